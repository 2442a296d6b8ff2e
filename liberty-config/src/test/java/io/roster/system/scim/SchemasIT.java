package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Attributes that an administrator defines while the server runs, as clients meet them (RFC 7643 sections 6 and 7). */
@OnEachRoster
class SchemasIT {
    private static final String URN = "urn:roster:scim:schemas:extension:custom:2.0:User";

    @Parameter
    SharedRoster roster;

    private final String floor = name("floor");
    private final String shirt = name("shirt");
    private ScimClient okta;
    private ConsoleSession console;

    private static String name(String beginning) {
        return Names.unique(beginning).replace('.', '-');
    }

    @BeforeEach
    void twoAttributes() {
        okta = roster.client();
        console = ConsoleSession.signedIn(roster.server());
        console.makeAttribute(floor, "INTEGER", Map.of());
        console.makeAttribute(shirt, "STRING", Map.of("form:canonicalValues", "S\nM", "form:multiValued", "true"));
    }

    @AfterEach
    void noAttributes() {
        okta.filter("/Users", URN + ":" + floor + " pr or " + URN + ":" + shirt + " pr")
                .ids()
                .forEach(id -> okta.delete("/Users/" + id).is(204));
        console.deleteAttribute(floor);
        console.deleteAttribute(shirt);
    }

    private Answer created(String own) {
        return okta.post("/Users", Samples.user(Names.unique("ada"), "\"" + URN + "\":" + own));
    }

    private String own(int aFloor, String aShirt) {
        return "{\"" + floor + "\":" + aFloor + ",\"" + shirt + "\":[\"" + aShirt + "\"]}";
    }

    @Test
    void discoveryShowsThem() {
        Answer schema = okta.get("/Schemas/" + URN).is(200);
        assertThat(schema.text())
                .contains("{\"name\":\"" + floor + "\",\"type\":\"integer\",\"multiValued\":false")
                .contains("\"canonicalValues\":[\"S\",\"M\"]");
        assertThat(okta.get("/Schemas").is(200).text()).contains("\"id\":\"" + URN + "\"");
        assertThat(okta.get("/ResourceTypes/User").is(200).text())
                .contains("{\"schema\":\"" + URN + "\",\"required\":false}");
    }

    @Test
    void theyAreValidatedFilteredPatchedAndProjected() {
        String id = created(own(3, "m")).is(201).id();
        created(own(4, "s")).is(201);
        created(own(5, "XXL")).is(400, "invalidValue");
        created("{\"" + floor + "\":\"three\"}").is(400, "invalidValue");
        created("{\"no-" + floor + "\":1}").is(400, "invalidSyntax");

        assertThat(okta.filter("/Users", URN + ":" + floor + " lt 4").ids()).containsExactly(id);
        assertThat(okta.filter("/Users", URN + ":" + shirt + " eq \"M\"").ids()).containsExactly(id);
        okta.filter("/Users", URN + ":" + floor + " co \"4\"").is(400, "invalidFilter");

        okta.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"" + URN + ":" + floor + "\",\"value\":9}")
                .is(200);
        assertThat(okta.filter("/Users", URN + ":" + floor + " eq 9").ids()).containsExactly(id);
        Answer projected =
                okta.get("/Users/" + id + "?attributes=" + URN + ":" + floor).is(200);
        assertThat(projected.text())
                .contains("\"" + URN + "\":{\"" + floor + "\":9}")
                .doesNotContain("userName");
        assertThat(projected.strings("schemas")).contains(URN);
    }

    @Test
    void whatIsRequiredIsAskedForOnlyWhereItIsTouched() {
        String id = created(own(3, "M")).is(201).id();
        String badge = name("badge");
        console.makeAttribute(badge, "STRING", Map.of("form:required", "true"));
        try {
            Answer refused = created(own(3, "M")).is(400, "invalidValue");
            assertThat(refused.at("/detail")).contains(URN + ":" + badge);
            assertThat(okta.get("/ResourceTypes/User").text())
                    .contains("{\"schema\":\"" + URN + "\",\"required\":true}");
            String replacement = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"active\":false,"
                    + "\"userName\":\"" + okta.get("/Users/" + id).at("/userName") + "\"}";
            okta.put("/Users/" + id, replacement).is(200);
            String path = "\"" + URN + ":" + badge + "\"";
            okta.patch("/Users/" + id, "{\"op\":\"add\",\"path\":" + path + ",\"value\":\"B-7\"}")
                    .is(200);
            okta.patch("/Users/" + id, "{\"op\":\"remove\",\"path\":" + path + "}")
                    .is(400, "mutability");
            okta.put("/Users/" + id, replacement).is(200);
            assertThat(okta.get("/Users/" + id).text()).contains("B-7");
            okta.delete("/Users/" + id).is(204);
        } finally {
            console.deleteAttribute(badge);
        }
    }
}
