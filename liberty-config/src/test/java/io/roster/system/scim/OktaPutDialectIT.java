package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Okta's requests from an app made in its wizard: it GETs a resource, edits that body and PUTs it back. */
@OnEachRoster
class OktaPutDialectIT {
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeEach
    void client() {
        // This dialect sends the general media type
        okta = roster.client().with("Content-Type", "application/json; charset=utf-8");
    }

    @Test
    void updatesByPuttingBackWhatItGot() {
        Answer created = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201);
        String path = "/Users/" + created.id();
        JsonObject name = JSON.createObjectBuilder(created.json().getJsonObject("name"))
                .add("middleName", "Lin")
                .build();
        JsonObject edited = JSON.createObjectBuilder(okta.get(path).json())
                .add("name", name)
                .add("groups", JSON.createArrayBuilder())
                .add(Samples.TELEPHONY_SCHEMA, JSON.createObjectBuilder().add("extension", "666"))
                .build();
        Answer updated = okta.put(path, edited.toString()).is(200);
        assertThat(updated.at("/name/middleName")).isEqualTo("Lin");
        assertThat(updated.id()).isEqualTo(created.id());
        assertThat(updated.text()).as("what is readOnly is ignored").doesNotContain("666");
        assertThat(updated.at("/meta/created")).isEqualTo(created.at("/meta/created"));
        assertThat(okta.get(path).json()).isEqualTo(updated.json());
    }

    @Test
    void aMissingActiveIsNotFalse() {
        Answer created = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201);
        JsonObject without =
                JSON.createObjectBuilder(created.json()).remove("active").build();
        Answer updated = okta.put("/Users/" + created.id(), without.toString()).is(200);
        assertThat(updated.has("/active") ? updated.at("/active") : "true").isEqualTo("true");
    }

    @Test
    void absentNullAndEmptyAllClear() {
        String members =
                "\"title\":\"Engineer\",\"nickName\":\"Lin\",\"locale\":\"en-US\",\"name\":{\"givenName\":\"Ada\"},"
                        + "\"phoneNumbers\":[{\"value\":\"+1 555 0100\",\"type\":\"work\"}],\"emails\":[{\"value\":\"a@b.example\"}]";
        Answer created =
                okta.post("/Users", Samples.user(Names.unique("ada"), members)).is(201);
        JsonObject cleared = JSON.createObjectBuilder(created.json())
                .add("title", JsonValue.NULL)
                .add("nickName", "")
                .remove("locale")
                .add("phoneNumbers", JSON.createArrayBuilder())
                .add("emails", JsonValue.NULL)
                .add("name", JSON.createObjectBuilder())
                .build();
        Answer updated = okta.put("/Users/" + created.id(), cleared.toString()).is(200);
        for (String gone : new String[] {"/title", "/nickName", "/locale", "/phoneNumbers", "/emails", "/name"}) {
            assertThat(updated.has(gone)).as("%s of %s", gone, updated).isFalse();
        }
    }

    @Test
    void deactivatesAndBringsTheSameIdBack() {
        Answer created = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201);
        String path = "/Users/" + created.id();
        JsonObject off =
                JSON.createObjectBuilder(created.json()).add("active", false).build();
        assertThat(okta.put(path, off.toString()).is(200).at("/active")).isEqualTo("false");
        // Reassigned in Okta, it looks the person up and links to it
        Answer found = okta.filter("/Users", "userName eq \"" + created.at("/userName") + "\"");
        assertThat(found.ids()).containsExactly(created.id());
        JsonObject on = JSON.createObjectBuilder(okta.get(path).json())
                .add("active", true)
                .build();
        assertThat(okta.put(path, on.toString()).is(200).at("/active")).isEqualTo("true");
    }

    @Test
    void renamesAPersonAndKeepsTheCase() {
        Answer created = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201);
        String renamed = Names.unique("Ada.MARRIED");
        JsonObject edited = JSON.createObjectBuilder(created.json())
                .add("userName", renamed)
                .build();
        okta.put("/Users/" + created.id(), edited.toString()).is(200);
        assertThat(okta.filter("/Users", "userName eq \"" + renamed.toLowerCase() + "\"")
                        .ids())
                .containsExactly(created.id());
        assertThat(okta.get("/Users/" + created.id()).at("/userName")).isEqualTo(renamed);
        assertThat(okta.filter("/Users", "userName eq \"" + created.at("/userName") + "\"")
                        .total())
                .isZero();
    }

    @Test
    void setsMembersByPuttingTheGroup() {
        String ada = okta.post("/Users", Samples.user(Names.unique("ada"))).id();
        String bob = okta.post("/Users", Samples.user(Names.unique("bob"))).id();
        String name = Names.unique("Voice Agents");
        String path =
                "/Groups/" + okta.post("/Groups", Samples.group(name)).is(201).id();
        assertThat(Members.of(okta.put(path, Samples.group(name, ada, bob)).is(200)))
                .containsExactlyInAnyOrder(ada, bob);
        Answer renamed = okta.put(path, Samples.group(name + " EMEA", bob)).is(200);
        assertThat(Members.of(renamed)).containsExactly(bob);
        assertThat(renamed.at("/displayName")).isEqualTo(name + " EMEA");
        assertThat(Members.of(okta.put(path, Samples.group(name)).is(200))).isEmpty();
    }
}
