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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of a person, and in which shape it comes back. */
@OnEachRoster
class UserResourceIT {
    private static final String FULL = """
            "name":{"formatted":"Dr. Ada Lin Park","familyName":"Park","givenName":"Ada","middleName":"Lin",
                    "honorificPrefix":"Dr.","honorificSuffix":"III"},
            "displayName":"Ada","nickName":"Lin","profileUrl":"https://acme.example/ada","title":"Engineer",
            "userType":"Employee","preferredLanguage":"en-US","locale":"en-US","timezone":"America/Los_Angeles",
            "externalId":"00u9k2ada0Park17x0h7","active":true,
            "emails":[{"value":"ada@acme.example","type":"work","primary":true},
                      {"value":"ada@home.example","type":"home"}],
            "phoneNumbers":[{"value":"+1 415 555 0137","type":"work"},{"value":"tel:+1-415-555-0138","type":"mobile"}],
            "ims":[{"value":"ada","type":"xmpp"}],
            "photos":[{"value":"https://acme.example/ada.jpg","type":"photo"}],
            "addresses":[{"type":"work","streetAddress":"1 Main St","locality":"Oakland","region":"CA",
                          "postalCode":"94601","country":"US","formatted":"1 Main St\\nOakland","primary":true}],
            "entitlements":[{"value":"e1"}],"roles":[{"value":"r1","display":"Role","type":"x","primary":true}],
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"701984",
              "costCenter":"4130","organization":"Acme","division":"Voice","department":"Ops"}""";

    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    @Test
    void everyAttributeIsKept() {
        Answer created =
                okta.post("/Users", Samples.user(Names.unique("full"), FULL)).is(201);
        Answer read = okta.get("/Users/" + created.id()).is(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/name/honorificSuffix")).isEqualTo("III");
        assertThat(read.json().getJsonArray("emails")).hasSize(2);
        assertThat(read.at("/phoneNumbers/1/value")).isEqualTo("tel:+1-415-555-0138");
        assertThat(read.at("/addresses/0/postalCode")).isEqualTo("94601");
        assertThat(read.at("/roles/0/value")).isEqualTo("r1");
        assertThat(read.at("/timezone")).isEqualTo("America/Los_Angeles");
        assertThat(read.at("/" + Samples.ENTERPRISE_SCHEMA + "/department")).isEqualTo("Ops");
    }

    @Test
    void schemasNameTheExtensionsThatHaveData() {
        Answer with = okta.post("/Users", Samples.user(Names.unique("with"), FULL));
        assertThat(with.strings("schemas")).contains(Samples.USER_SCHEMA, Samples.ENTERPRISE_SCHEMA);
        Answer without = okta.post("/Users", Samples.user(Names.unique("without"), "\"active\":true"));
        assertThat(without.strings("schemas")).doesNotContain(Samples.ENTERPRISE_SCHEMA);
        Answer removed = okta.patch("/Users/" + with.id(), """
                {"op":"remove","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"}""").is(200);
        assertThat(removed.strings("schemas")).doesNotContain(Samples.ENTERPRISE_SCHEMA);
        assertThat(removed.json()).doesNotContainKey(Samples.ENTERPRISE_SCHEMA);
    }

    @Test
    void everyAttributeReturnedIsDeclared() {
        Answer schemas = okta.get("/Schemas");
        String declared = schemas.text();
        Answer created = okta.post("/Users", Samples.user(Names.unique("declared"), FULL))
                .is(201);
        for (String name : created.json().keySet()) {
            if (!name.matches("schemas|id|externalId|meta")) {
                assertThat(declared).contains("\"" + name + "\"");
            }
        }
    }

    @Test
    void namesOfAttributesAreReadWithoutCaseAndWrittenAsDeclared() {
        Answer created = okta.post("/Users", """
                {"SCHEMAS":["urn:ietf:params:scim:schemas:core:2.0:user"],"USERNAME":"%s","Name":{"FAMILYNAME":"Park"}}""".formatted(Names.unique("case")));
        created.is(201);
        assertThat(created.at("/name/familyName")).isEqualTo("Park");
        assertThat(created.has("/userName")).isTrue();
    }

    @Test
    void groupsOfAPersonFollowTheGroups() {
        String ada = okta.post("/Users", Samples.user(Names.unique("ada"))).id();
        String name = Names.unique("Group");
        String group = okta.post("/Groups", Samples.group(name, ada)).is(201).id();
        Answer in = okta.get("/Users/" + ada);
        assertThat(in.at("/groups/0/value")).isEqualTo(group);
        assertThat(in.at("/groups/0/display")).isEqualTo(name);
        okta.patch("/Groups/" + group, "{\"op\":\"replace\",\"value\":{\"displayName\":\"%s-2\"}}".formatted(name));
        assertThat(okta.get("/Users/" + ada).at("/groups/0/display")).isEqualTo(name + "-2");
        okta.delete("/Groups/" + group).is(204);
        assertThat(okta.get("/Users/" + ada).has("/groups/0")).isFalse();
    }

    @Test
    void aDeletedPersonIsGoneEverywhere() {
        String userName = Names.unique("gone");
        String ada = okta.post("/Users", Samples.user(userName)).id();
        String group =
                okta.post("/Groups", Samples.group(Names.unique("Group"), ada)).id();
        okta.delete("/Users/" + ada).is(204);
        okta.get("/Users/" + ada).is(404);
        okta.delete("/Users/" + ada).is(404);
        okta.put("/Users/" + ada, Samples.user(userName)).is(404);
        okta.patch("/Users/" + ada, "{\"op\":\"replace\",\"value\":{\"active\":true}}")
                .is(404);
        assertThat(Members.of(okta.get("/Groups/" + group))).isEmpty();
        assertThat(okta.filter("/Users", "userName eq \"" + userName + "\"").total())
                .isZero();
        assertThat(okta.post("/Users", Samples.user(userName)).is(201).id())
                .as("an id is never used again")
                .isNotEqualTo(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Ångström", "山田 太郎", "Νίκος", "محمد", "naïve ﬁ", "O'Neil; drop table", "<b>&amp;"})
    void namesOfAllScriptsAreKept(String name) {
        Answer created = okta.post(
                        "/Users", Samples.user(Names.unique("intl"), "\"displayName\":\"%s\"".formatted(name)))
                .is(201);
        assertThat(okta.get("/Users/" + created.id()).at("/displayName")).isEqualTo(name);
        assertThat(okta.filter("/Users", "displayName eq \"" + name + "\"").ids())
                .contains(created.id());
    }
}
