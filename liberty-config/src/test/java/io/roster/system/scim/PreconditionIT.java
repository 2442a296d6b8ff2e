package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 3.14 and RFC 9110 section 13: versions as conditions, for people and for groups. */
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
        Answer read = okta.get(type + "/" + created.id());
        assertThat(read.header("ETag")).isEqualTo(patched.header("ETag"));
        Answer listed = okta.filter(type, "id eq \"" + created.id() + "\"");
        assertThat(listed.at("/Resources/0/meta/version")).isEqualTo(read.at("/meta/version"));
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
        late.get(path).is(412);
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
        Answer second = okta.with(
                        "If-Match",
                        "W/\"no-such-version\", " + first.header("ETag").orElseThrow())
                .patch(path, rename())
                .is(200);
        String strong = second.header("ETag").orElseThrow().substring("W/".length());
        okta.with("If-Match", strong).get(path).is(200);
        okta.with("If-Match", strong).patch(path, rename()).is(200);
        okta.with("If-Match", "*").delete(path).is(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void whatIsKnownIsNotSentAgain(String type) {
        Answer created = create(type);
        String path = type + "/" + created.id();
        ScimClient knowing = okta.with("If-None-Match", created.header("ETag").orElseThrow());
        Answer unchanged = knowing.get(path).is(304);
        assertThat(unchanged.text()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(created.header("ETag"));
        knowing.get(path + "?attributes=displayName").is(304);
        okta.with("If-None-Match", "*").get(path).is(304);
        okta.patch(path, rename()).is(200);
        knowing.get(path).is(200);
        knowing.get(path + "?attributes=displayName").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void aVersionThatIsExcludedIsNotChanged(String type) {
        Answer created = create(type);
        String path = type + "/" + created.id();
        String version = created.header("ETag").orElseThrow();
        for (String excluded : new String[] {version, "W/\"0\", " + version, "*"}) {
            ScimClient unlike = okta.with("If-None-Match", excluded);
            unlike.patch(path, rename()).is(412);
            unlike.put(path, created.text()).is(412);
            unlike.delete(path).is(412);
        }
        assertThat(okta.get(path).is(200).json()).isEqualTo(created.json());
        okta.with("If-None-Match", "W/\"0\"").patch(path, rename()).is(200);
    }

    @ParameterizedTest
    @CsvSource({"If-Match,W/\"1\"", "If-Match,*", "If-None-Match,*", "If-Match,1"})
    void whatIsNotThereIsNotFoundWhateverTheCondition(String header, String value) {
        ScimClient conditional = okta.with(header, value);
        for (String path : new String[] {"/Users/" + UUID.randomUUID(), "/Groups/" + UUID.randomUUID()}) {
            conditional.get(path).is(404);
            conditional.put(path, Samples.user("x")).is(404);
            conditional.patch(path, rename()).is(404);
            conditional.delete(path).is(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void aMalformedConditionIsRefusedWhereItGuardsAChange(String type) {
        Answer created = create(type);
        String path = type + "/" + created.id();
        for (String malformed : new String[] {"7", "W/7", "\"7", "*, \"7\""}) {
            assertThat(okta.with("If-Match", malformed)
                            .patch(path, rename())
                            .is(400, "invalidSyntax")
                            .at("/detail"))
                    .contains("If-Match", malformed);
            okta.with("If-Match", malformed).get(path).is(400);
            okta.with("If-None-Match", malformed).delete(path).is(400);
            okta.with("If-None-Match", malformed).get(path).is(200);
        }
        assertThat(okta.get(path).json()).isEqualTo(created.json());
    }

    @Test
    void whoIsThereIsNotCreatedAgain() {
        String userName = Names.unique("ada");
        ScimClient first = okta.with("If-None-Match", "*");
        Answer created = first.post("/Users", Samples.user(userName)).is(201);
        Answer refused =
                first.post("/Users", Samples.user(userName.toUpperCase())).is(412);
        assertThat(refused.at("/detail")).contains(userName.toUpperCase(), "If-None-Match");
        okta.post("/Users", Samples.user(userName)).is(409, "uniqueness");
        okta.with("If-Match", "*")
                .post("/Users", Samples.user(Names.unique("eve")))
                .is(412);
        assertThat(okta.get("/Users/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void aGroupOfThatNameIsAnotherGroup() {
        String body = Samples.group(Names.unique("Group"));
        okta.with("If-None-Match", "*").post("/Groups", body).is(201);
        okta.with("If-None-Match", "*").post("/Groups", body).is(201);
        okta.with("If-Match", "*").post("/Groups", body).is(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void nothingChangedIsNoNewVersion(String type) {
        Answer member = create("/Users");
        Answer created = type.equals("/Users")
                ? create(type)
                : okta.post(type, Samples.group(Names.unique("Group"), member.id()))
                        .is(201);
        String path = type + "/" + created.id();
        Answer before = okta.get(path);
        okta.put(path, before.text()).is(200);
        okta.patch(
                        path,
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}"
                                .formatted(created.at("/displayName")))
                .is(200);
        if (type.equals("/Groups")) {
            String members = "[{\"value\":\"" + member.id() + "\"}]";
            okta.patch(path, "{\"op\":\"add\",\"path\":\"members\",\"value\":" + members + "}")
                    .is(200);
            okta.patch(path, "{\"op\":\"replace\",\"path\":\"members\",\"value\":" + members + "}")
                    .is(200);
            okta.patch(path, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + UUID.randomUUID() + "\\\"]\"}")
                    .is(200);
        }
        assertThat(okta.get(path).json()).isEqualTo(before.json());
        okta.with("If-None-Match", before.header("ETag").orElseThrow())
                .get(path)
                .is(304);
    }

    @Test
    void aPersonWhoseGroupWasRenamedIsSentAgainAndMayStillBeChanged() {
        Answer ada = create("/Users");
        String path = "/Users/" + ada.id();
        String group = "/Groups/"
                + okta.post("/Groups", Samples.group(Names.unique("Group"), ada.id()))
                        .is(201)
                        .id();
        String joined = okta.get(path).header("ETag").orElseThrow();
        assertThat(joined).isNotEqualTo(ada.header("ETag").orElseThrow());
        okta.patch(group, rename()).is(200);
        Answer renamed = okta.with("If-None-Match", joined).get(path).is(200);
        assertThat(renamed.at("/meta/lastModified")).isEqualTo(ada.at("/meta/lastModified"));
        okta.with("If-None-Match", joined)
                .get(path + "?excludedAttributes=groups")
                .is(304);
        okta.delete(group).is(204);
        okta.with("If-None-Match", renamed.header("ETag").orElseThrow())
                .get(path)
                .is(200);
        // Whose groups changed was not changed by a writer, so that none can be overwritten.
        okta.with("If-Match", joined).patch(path, rename()).is(200);
        okta.with("If-Match", joined).patch(path, rename()).is(412);
    }

    @Test
    void aGroupWhoseMemberWasRenamedIsSentAgain() {
        Answer ada = create("/Users");
        Answer inner = create("/Groups");
        String path = "/Groups/"
                + okta.post("/Groups", Samples.group(Names.unique("Group"), ada.id(), inner.id()))
                        .is(201)
                        .id();
        String before = okta.get(path).header("ETag").orElseThrow();
        okta.patch("/Users/" + ada.id(), rename()).is(200);
        String second = okta.with("If-None-Match", before)
                .get(path)
                .is(200)
                .header("ETag")
                .orElseThrow();
        okta.patch("/Groups/" + inner.id(), rename()).is(200);
        okta.with("If-None-Match", second).get(path).is(200);
        okta.with("If-Match", before)
                .patch(path, "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"x\"}")
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void aGroupThatLostADeletedMemberIsAnotherVersion(String type) {
        Answer member = create(type);
        Answer group = okta.post("/Groups", Samples.group(Names.unique("Group"), member.id()))
                .is(201);
        okta.delete(type + "/" + member.id()).is(204);
        okta.with("If-Match", group.header("ETag").orElseThrow())
                .patch("/Groups/" + group.id(), rename())
                .is(412);
    }
}
