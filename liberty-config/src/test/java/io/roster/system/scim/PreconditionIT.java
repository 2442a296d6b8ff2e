package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 3.14: versions, for people and for groups. */
@OnEachRoster
class PreconditionIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    private Answer create(String type) {
        return type.equals("/Users")
                ? okta.post(type, Samples.user(Names.unique("ada"))).is(201)
                : okta.post(type, Samples.group(Names.unique("Group"))).is(201);
    }

    private static String rename() {
        return "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}".formatted(Names.unique("Renamed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void theVersionIsInTheHeaderAndInTheBody(String type) {
        Answer created = create(type);
        assertThat(created.header("ETag")).contains(created.at("/meta/version"));
        Answer patched = okta.patch(type + "/" + created.id(), rename()).is(200);
        assertThat(patched.header("ETag")).contains(patched.at("/meta/version")).isNotEqualTo(created.header("ETag"));
        assertThat(okta.get(type + "/" + created.id()).header("ETag")).isEqualTo(patched.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void anOldVersionIsRefusedAndChangesNothing(String type) {
        Answer created = create(type);
        String path = type + "/" + created.id();
        Answer current = okta.patch(path, rename()).is(200);
        ScimClient late = okta.with("If-Match", created.header("ETag").orElseThrow());
        late.patch(path, rename()).is(412);
        late.put(path, created.text()).is(412);
        late.delete(path).is(412);
        assertThat(okta.get(path).is(200).json()).isEqualTo(current.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void thePresentVersionAnyOfSeveralAndAStarAreTaken(String type) {
        Answer created = create(type);
        String path = type + "/" + created.id();
        Answer first = okta.with("If-Match", created.header("ETag").orElseThrow())
                .patch(path, rename())
                .is(200);
        okta.with("If-Match", "W/\"no-such-version\", " + first.header("ETag").orElseThrow())
                .patch(path, rename())
                .is(200);
        okta.with("If-Match", "*").delete(path).is(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void whatIsKnownIsNotSentAgain(String type) {
        Answer created = create(type);
        String path = type + "/" + created.id();
        ScimClient knowing = okta.with("If-None-Match", created.header("ETag").orElseThrow());
        assertThat(knowing.get(path).is(304).text()).isEmpty();
        okta.patch(path, rename()).is(200);
        knowing.get(path).is(200);
    }
}
