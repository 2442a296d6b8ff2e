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

/** The ways in which clients change a group's members, on a group of three. */
@OnEachRoster
class GroupPatchIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;
    List<String> people;
    String path;
    Answer before;

    @BeforeEach
    void aGroupOfThree() {
        okta = roster.client();
        people = IntStream.range(0, 4)
                .mapToObj(i -> okta.post("/Users", Samples.user(Names.unique("person")))
                        .is(201)
                        .id())
                .toList();
        before = okta.post("/Groups", Samples.group(Names.unique("Group"), people.get(0), people.get(1), people.get(2)))
                .is(201);
        path = "/Groups/" + before.id();
    }

    private void membersAfter(String operations, String... expected) {
        Answer patched = okta.patch(path, operations.replace('\'', '"')).is(200);
        assertThat(Members.of(patched)).containsExactlyInAnyOrder(expected);
        assertThat(Members.of(okta.get(path))).containsExactlyInAnyOrder(expected);
    }

    @Test
    void aFilteredRemoveTakesOne() {
        membersAfter(
                "{'op':'remove','path':'members[value eq \\'%s\\']'}"
                        .formatted(people.get(1))
                        .replace("\\'", "\\\""),
                people.get(0),
                people.get(2));
    }

    @Test
    void aRemoveWithAnyFilterTakesWhomItMatches() {
        String name = Names.unique("Renamed");
        membersAfter(
                "{'op':'replace','value':{'displayName':'%s'}},{'op':'add','path':'members','value':[{'value':'%s'}]},"
                                .formatted(name, people.get(3))
                        + "{'op':'remove','path':'members[value eq \\'%s\\' or value eq \\'%s\\']'}"
                                .formatted(people.get(0), people.get(1))
                                .replace("\\'", "\\\""),
                people.get(2),
                people.get(3));
        assertThat(okta.get(path).json().getString("displayName")).isEqualTo(name);
        membersAfter("{'op':'remove','path':'members[type eq \\'User\\']'}".replace("\\'", "\\\""));
    }

    @Test
    void aRemoveWithValuesTakesThose() {
        membersAfter(
                "{'op':'remove','path':'members','value':[{'value':'%s'},{'value':'%s'}]}"
                        .formatted(people.get(0), people.get(1)),
                people.get(2));
    }

    @Test
    void aRemoveWithoutValuesTakesAll() {
        membersAfter("{'op':'remove','path':'members'}");
    }

    @Test
    void removingWhoIsNotThereChangesNothing() {
        Answer patched = okta.patch(
                path, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(people.get(3)));
        // Okta repeats a delta whose answer it never saw: refusing the repetition would stop the push
        assertThat(patched.is(200).json()).isEqualTo(before.json());
    }

    @Test
    void addTakesAnArrayOneObjectAndValuesWithoutAPath() {
        String id = people.get(3);
        String[] all = people.toArray(String[]::new);
        membersAfter("{'op':'add','path':'members','value':[{'value':'%s','type':'User'}]}".formatted(id), all);
        membersAfter("{'op':'Add','path':'members','value':{'value':'%s'}}".formatted(id), all);
        membersAfter("{'op':'add','value':{'members':[{'value':'%s'}]}}".formatted(id), all);
    }

    @Test
    void replaceSetsTheMembers() {
        membersAfter(
                "{'op':'replace','path':'members','value':[{'value':'%s'}]}".formatted(people.get(3)), people.get(3));
        membersAfter("{'op':'replace','value':{'members':[{'value':'%s'}]}}".formatted(people.get(0)), people.get(0));
        membersAfter("{'op':'replace','path':'members','value':[]}");
    }

    @Test
    void anUnknownMemberIsRefusedAndNothingIsApplied() {
        okta.patch(
                        path,
                        ("{'op':'replace','value':{'displayName':'half'}},"
                                        + "{'op':'add','path':'members','value':[{'value':'nobody-at-all'}]}")
                                .replace('\'', '"'))
                .is(400);
        assertThat(okta.get(path).json()).isEqualTo(before.json());
    }

    @Test
    void aRenameWithTheIdInItIsTaken() {
        String name = Names.unique("Renamed");
        Answer patched = okta.patch(
                path,
                "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}".formatted(before.id(), name));
        assertThat(patched.is(200).at("/displayName")).isEqualTo(name);
        assertThat(Members.of(patched)).hasSize(3);
    }

    @Test
    void aRepeatedRenameLeavesTheVersion() {
        Answer patched = okta.patch(
                path,
                "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}"
                        .formatted(before.id(), before.at("/displayName")));
        assertThat(patched.is(200).json()).isEqualTo(before.json());
    }
}
