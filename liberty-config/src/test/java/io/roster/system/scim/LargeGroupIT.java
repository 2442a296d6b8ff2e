package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Answers to writes of a group with more members than such answers carry. */
@OnEachRoster
class LargeGroupIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;
    List<String> people;
    String path;

    @BeforeEach
    void aGroupOfAHundredAndOne() {
        okta = roster.client();
        people = IntStream.range(0, 102)
                .mapToObj(i -> okta.post("/Users", Samples.user(Names.unique("many")))
                        .is(201)
                        .id())
                .toList();
        String[] members = people.subList(0, 101).toArray(String[]::new);
        Answer created = okta.post("/Groups", Samples.group(Names.unique("Many"), members))
                .is(201);
        assertThat(created.json()).doesNotContainKey("members").containsKey("displayName");
        path = "/Groups/" + created.id();
    }

    private String addTheLast() {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(people.get(101));
    }

    @Test
    void aPatchIsAnsweredWithTheWholeOrWithNothing() {
        Answer patched = okta.patch(path, addTheLast()).is(204);
        assertThat(patched.text()).isEmpty();
        assertThat(patched.header("Location")).contains(roster.server().scim() + path);
        assertThat(Members.of(okta.get(path))).containsExactlyInAnyOrderElementsOf(people);
        okta.with("If-Match", patched.header("ETag").orElseThrow())
                .patch(path, "{\"op\":\"remove\",\"path\":\"members\"}")
                .is(200);
        assertThat(Members.of(okta.get(path))).isEmpty();
    }

    @Test
    void whatIsAskedForByNameIsAnswered() {
        assertThat(okta.patch(path + "?attributes=displayName", addTheLast())
                        .is(200)
                        .json())
                .containsOnlyKeys("schemas", "id", "displayName");
        assertThat(Members.of(
                        okta.patch(path + "?attributes=members", addTheLast()).is(200)))
                .containsExactlyInAnyOrderElementsOf(people);
        String whole = okta.get(path).text();
        assertThat(Members.of(
                        okta.put(path + "?attributes=members.value", whole).is(200)))
                .containsExactlyInAnyOrderElementsOf(people);
    }
}
