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

/** Okta's requests from an app of its catalogue: it PATCHes activation, passwords and every change of a group. */
@OnEachRoster
class OktaPatchDialectIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    @Test
    void testsTheCredentials() {
        for (String path : new String[] {"/Users?startIndex=1&count=2", "/Groups?startIndex=1&count=100"}) {
            Answer list = okta.get(path).is(200);
            assertThat(list.strings("schemas")).containsExactly("urn:ietf:params:scim:api:messages:2.0:ListResponse");
            assertThat(list.json().getInt("startIndex")).isOne();
            assertThat(list.json().getInt("itemsPerPage"))
                    .isEqualTo(list.resources().size());
        }
    }

    @Test
    void looksBeforeItCreates() {
        String userName = Names.unique("ada") + "@acme.example";
        String path =
                "/Users?filter=" + ScimClient.encode("userName eq \"" + userName + "\"") + "&startIndex=1&count=100";
        Answer before = okta.get(path).is(200);
        assertThat(before.total()).isZero();
        assertThat(before.resources()).isEmpty();
        assertThat(before.json().getInt("itemsPerPage")).isZero();

        String id = okta.post("/Users", Samples.user(userName)).is(201).id();
        Answer after = okta.get(path).is(200);
        assertThat(after.total()).isOne();
        assertThat(after.ids()).containsExactly(id);
    }

    @Test
    void createsWithTheFullBodyInTheAnswer() {
        String userName = Names.unique("Ada") + "@acme.example";
        Answer created = okta.post("/Users", Samples.user(userName)).is(201);
        assertThat(created.at("/userName")).isEqualTo(userName);
        assertThat(created.at("/name/givenName")).isEqualTo("Ada");
        assertThat(created.at("/emails/0/value")).isEqualTo(userName);
        assertThat(created.at("/emails/0/primary")).isEqualTo("true");
        assertThat(created.at("/active")).isEqualTo("true");
        assertThat(created.at("/externalId")).startsWith("00u");
        assertThat(created.at("/locale")).isEqualTo("en-US");
        assertThat(created.at("/meta/resourceType")).isEqualTo("User");
        assertThat(created.text()).doesNotContain("1mz050nq", "password");
        assertThat(okta.get("/Users/" + created.id()).is(200).json()).isEqualTo(created.json());
        assertThat(created.at("/meta/location")).isEqualTo(roster.server().scim() + "/Users/" + created.id());
    }

    @Test
    void createsWithoutAnExternalId() {
        String userName = Names.unique("noExternalId");
        assertThat(okta.post("/Users", Samples.user(userName, "\"active\":true"))
                        .is(201)
                        .has("/externalId"))
                .isFalse();
    }

    @Test
    void deactivatesAndReactivates() {
        String path = "/Users/"
                + okta.post("/Users", Samples.user(Names.unique("eve"))).id();
        Answer off = okta.patch(path, "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                .is(200);
        assertThat(off.at("/active")).isEqualTo("false");
        assertThat(okta.get(path).is(200).at("/active")).isEqualTo("false");
        Answer on = okta.patch(path, "{\"op\":\"replace\",\"value\":{\"active\":true}}")
                .is(200);
        assertThat(on.at("/active")).isEqualTo("true");
        assertThat(okta.get(path).is(200).json()).isEqualTo(on.json());
    }

    @Test
    void syncsAPassword() {
        String path = "/Users/"
                + okta.post("/Users", Samples.user(Names.unique("pia"))).id();
        Answer answer = okta.patch(path, "{\"op\":\"replace\",\"value\":{\"password\":\"s3cret-Words\"}}")
                .is(200);
        assertThat(answer.text()).doesNotContain("s3cret-Words", "password");
        assertThat(roster.server().log()).doesNotContain("s3cret-Words", "1mz050nq");
    }

    @Test
    void pushesAGroup() {
        String ada = okta.post("/Users", Samples.user(Names.unique("ada"))).id();
        String bob = okta.post("/Users", Samples.user(Names.unique("bob"))).id();
        String name = Names.unique("Voice Agents");
        Answer created = okta.post("/Groups", Samples.group(name)).is(201);
        assertThat(created.json().getJsonArray("members")).isEmpty();
        String path = "/Groups/" + created.id();

        assertThat(okta.filter("/Groups", "displayName eq \"" + name + "\"")
                        .is(200)
                        .ids())
                .containsExactly(created.id());

        String renamed = name + " EMEA";
        String rename = "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}"
                .formatted(created.id(), renamed);
        assertThat(okta.patch(path, rename).is(200).at("/displayName")).isEqualTo(renamed);

        okta.patch(path, addMember(ada)).is(200);
        // Okta repeats the rename at every change of the membership
        okta.patch(path, rename).is(200);
        Answer delta = okta.patch(
                        path,
                        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"},".formatted(ada)
                                + addMember(bob))
                .is(200);
        assertThat(Members.of(delta)).containsExactly(bob);
        assertThat(Members.of(okta.get(path))).containsExactly(bob);

        String pushNow = "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"},{\"value\":\"%s\"}]}";
        assertThat(Members.of(okta.patch(path, pushNow.formatted(ada, bob)).is(200)))
                .containsExactlyInAnyOrder(ada, bob);
        Answer empty = okta.patch(path, "{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}")
                .is(200);
        assertThat(Members.of(empty)).isEmpty();
        assertThat(empty.json().getJsonArray("members")).isEmpty();

        okta.delete(path).is(204);
        okta.get(path).is(404);
    }

    @Test
    void importsPageByPage() {
        String marker = Names.unique("import");
        for (int i = 0; i < 7; i++) {
            okta.post("/Users", Samples.user(marker + "-" + i)).is(201);
        }
        Walk walk = Walk.through(okta, "/Users", "userName sw \"" + marker + "\"", 3);
        assertThat(walk.ids()).hasSize(7).doesNotHaveDuplicates();
        assertThat(walk.pageSizes()).containsExactly(3, 3, 1);
    }

    private static String addMember(String id) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\",\"display\":\"someone\"}]}"
                .formatted(id);
    }
}
