package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What is stored of a group, and in which shape it comes back. */
@OnEachRoster
class GroupResourceIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;
    String ada;

    @BeforeEach
    void onePerson() {
        okta = roster.client();
        ada = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201).id();
    }

    @Test
    void aMemberWithoutATypeIsAUser() {
        Answer created =
                okta.post("/Groups", Samples.group(Names.unique("Group"), ada)).is(201);
        assertThat(created.at("/members/0/value")).isEqualTo(ada);
        assertThat(created.at("/members/0/type")).isEqualTo("User");
        assertThat(created.at("/members/0/$ref")).isEqualTo(roster.server().scim() + "/Users/" + ada);
    }

    @Test
    void aGroupMayBeAMember() {
        String inner =
                okta.post("/Groups", Samples.group(Names.unique("Inner"), ada)).id();
        Answer outer = okta.post("/Groups", Samples.group(Names.unique("Outer"), inner))
                .is(201);
        assertThat(outer.at("/members/0/type")).isEqualTo("Group");
        assertThat(outer.at("/members/0/$ref")).endsWith("/Groups/" + inner);
    }

    @Test
    void unknownMembersAreRefusedAndNothingIsStored() {
        String name = Names.unique("Group");
        Answer refused =
                okta.post("/Groups", Samples.group(name, ada, "no-such-member")).is(400);
        assertThat(refused.at("/detail")).contains("no-such-member");
        assertThat(okta.filter("/Groups", "displayName eq \"" + name + "\"").total())
                .isZero();
    }

    @Test
    void aMemberIsStoredOnce() {
        Answer created = okta.post("/Groups", Samples.group(Names.unique("Group"), ada, ada))
                .is(201);
        assertThat(Members.of(created)).containsExactly(ada);
        Answer again = okta.patch(
                        "/Groups/" + created.id(),
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(ada))
                .is(200);
        assertThat(Members.of(again)).containsExactly(ada);
    }

    @Test
    void displayNameIsRequired() {
        okta.post("/Groups", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"members\":[]}")
                .is(400, "invalidValue");
        String path = "/Groups/"
                + okta.post("/Groups", Samples.group(Names.unique("Group"))).id();
        okta.put(path, "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"members\":[]}")
                .is(400, "invalidValue");
        okta.patch(path, "{\"op\":\"remove\",\"path\":\"displayName\"}").is(400);
    }

    @Test
    void membersCanBeLeftOut() {
        String id =
                okta.post("/Groups", Samples.group(Names.unique("Group"), ada)).id();
        Answer lean = okta.get("/Groups/" + id + "?excludedAttributes=members").is(200);
        assertThat(lean.json()).doesNotContainKey("members").containsKeys("id", "displayName", "schemas");
        assertThat(okta.filter("/Groups", "id eq \"" + id + "\"").resources().getJsonObject(0))
                .containsKey("members");
    }

    @Test
    void isFoundByItsMembers() {
        String id =
                okta.post("/Groups", Samples.group(Names.unique("Group"), ada)).id();
        assertThat(okta.filter("/Groups", "members.value eq \"" + ada + "\"")
                        .is(200)
                        .ids())
                .containsExactly(id);
        assertThat(okta.filter("/Groups", "members[value eq \"" + ada + "\" and type eq \"User\"]")
                        .is(200)
                        .ids())
                .containsExactly(id);
        assertThat(okta.filter("/Groups", "members eq \"" + ada + "\" and displayName sw \"Nothing\"")
                        .is(200)
                        .ids())
                .isEmpty();
    }
}
