package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and queries that no client should send: refused at once, and nothing is changed by them. */
@OnEachRoster
class BadInputIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    @Parameter
    SharedRoster roster;

    ScimClient okta;
    Answer ada;
    int people;

    @BeforeEach
    void onePerson() {
        okta = roster.client();
        ada = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201);
        people = okta.get("/Users?count=0").total();
    }

    /** Sends a body as POST, PUT and PATCH. */
    private void refused(int status, String scimType, byte[] body) {
        assertTimeout(AT_ONCE, () -> {
            okta.send("POST", "/Users", body).is(status, scimType);
            okta.send("PUT", "/Users/" + ada.id(), body).is(status, scimType);
            okta.send("PATCH", "/Users/" + ada.id(), body).is(status, scimType);
        });
        assertThat(okta.get("/Users/" + ada.id()).json()).isEqualTo(ada.json());
        assertThat(okta.get("/Users?count=0").total()).isEqualTo(people);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "42",
                "\"text\"",
                "not json",
                "{\"userName\":\"a\"} trailing",
                "{\"userName\":\"a\",}",
                "{'userName':'a'}",
                "{\"userName\":\"\t\"}",
                "{\"userName\":NaN}",
                "{\"userName\":\"a\" \"active\":true}",
                "{\"userName\":\"lone \\ud800 surrogate\"}",
                "{\"userName\":\"lone \\udc00\\ud800 surrogates\"}",
                "{\"userName\":\"nul \\u0000\"}",
                "{\"nul \\u0000\":\"x\"}",
                "<?xml version=\"1.0\"?><user/>",
            })
    void whatIsNoJsonObject(String body) {
        refused(400, "invalidSyntax", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyBody() {
        okta.send("POST", "/Users", " ".getBytes()).is(400, "invalidSyntax");
        okta.with("Content-Type", "application/json")
                .send("PUT", "/Users/" + ada.id(), new byte[0])
                .is(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3 28", "C0 AF", "ED A0 80", "F8 88 80 80 80", "FF", "E2 82", "00"})
    void whatIsNoUtf8(String bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"userName\":\"a".getBytes(StandardCharsets.UTF_8));
        for (String hex : bytes.split(" ")) {
            body.write(Integer.parseInt(hex, 16));
        }
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        refused(400, "invalidSyntax", body.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void tenThousandLevelsOfNesting(String level) {
        refused(400, "invalidSyntax", ("{\"name\":" + level.repeat(10_000)).getBytes());
    }

    @Test
    void nestingThatEndsProperly() {
        String nested = "[".repeat(10_000) + "]".repeat(10_000);
        refused(400, "invalidSyntax", ("{\"emails\":" + nested + "}").getBytes());
    }

    @Test
    void tenMegabytes() {
        byte[] body = Samples.user("x", "\"title\":\"" + "x".repeat(10_000_000) + "\"")
                .getBytes();
        refused(413, null, body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"userName\":42                             | invalidValue",
                "\"userName\":null                           | invalidValue",
                "\"userName\":\"\"                           | invalidValue",
                "\"userName\":\"   \"                        | invalidValue",
                "\"title\":\"no userName\"                   | invalidValue",
                "\"userName\":\"$U\",\"active\":\"perhaps\"  | invalidValue",
                "\"userName\":\"$U\",\"active\":1            | invalidValue",
                "\"userName\":\"$U\",\"title\":true          | invalidValue",
                "\"userName\":\"$U\",\"title\":{\"a\":1}     | invalidValue",
                "\"userName\":\"$U\",\"title\":[\"a\"]       | invalidValue",
                "\"userName\":\"$U\",\"name\":\"Ada\"        | invalidValue",
                "\"userName\":\"$U\",\"name\":[1]            | invalidValue",
                "\"userName\":\"$U\",\"emails\":[42]         | invalidValue",
                "\"userName\":\"$U\",\"emails\":[[1]]        | invalidValue",
                "\"userName\":\"$U\",\"emails\":[{\"value\":7}] | invalidValue",
                "\"userName\":\"$U\",\"emails\":[{\"primary\":\"perhaps\"}] | invalidValue",
            })
    void valuesOfTheWrongType(String members, String scimType) {
        String body =
                "{\"schemas\":[\"%s\"],%s}".formatted(Samples.USER_SCHEMA, members.replace("$U", Names.unique("u")));
        okta.post("/Users", body).is(400, scimType);
        okta.put("/Users/" + ada.id(), body).is(400, scimType);
        assertThat(okta.get("/Users/" + ada.id()).json()).isEqualTo(ada.json());
        assertThat(okta.get("/Users?count=0").total()).isEqualTo(people);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"shoeSize\":42",
                "\"name\":{\"shoeSize\":42}",
                "\"emails\":[{\"shoeSize\":42}]",
                "\"urn:unknown:schema\":{\"a\":1}",
                "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"shoeSize\":42}"
            })
    void attributesThatNoSchemaHas(String member) {
        Answer refused = okta.post("/Users", Samples.user(Names.unique("u"), member));
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.at("/detail")).containsAnyOf("shoeSize", "urn:unknown:schema");
        assertThat(okta.get("/Users?count=0").total()).isEqualTo(people);
    }

    @Test
    void aNameThatIsTooLong() {
        Answer refused = okta.post("/Users", Samples.user("u".repeat(100_000))).is(400, "invalidValue");
        assertThat(refused.at("/detail")).contains("userName").hasSizeLessThan(1_000);
        okta.post("/Groups", Samples.group("g".repeat(100_000))).is(400, "invalidValue");
        okta.patch(
                        "/Users/" + ada.id(),
                        "{\"op\":\"add\",\"path\":\"userName\",\"value\":\"%s\"}".formatted("u".repeat(9_000)))
                .is(400, "invalidValue");
    }

    @Test
    void valuesAreLongerThanTheirIndexButKept() {
        String title = "t".repeat(5_000);
        Answer created = okta.post("/Users", Samples.user(Names.unique("long"), """
                "title":"%1$s","externalId":"x%2$s","emails":[{"value":"%1$s@a.example"}]""".formatted(title, "1".repeat(50))));
        if (created.status() == 201) {
            assertThat(okta.get("/Users/" + created.id()).at("/title")).isEqualTo(title);
            assertThat(okta.filter("/Users", "emails.value eq \"" + title + "@a.example\"")
                            .ids())
                    .contains(created.id());
        } else {
            created.is(400, "invalidValue");
        }
    }

    @Test
    void absurdFilters() {
        String leaf = "userName eq \"x\"";
        assertTimeout(AT_ONCE.multipliedBy(4), () -> {
            okta.filter("/Users", "(".repeat(3_000) + leaf + ")".repeat(3_000)).is(400, "invalidFilter");
            okta.filter("/Users", "not (".repeat(1_000) + leaf + ")".repeat(1_000))
                    .is(400, "invalidFilter");
            okta.filter("/Users", (leaf + " or ").repeat(400) + leaf).is(400, "invalidFilter");
            okta.filter("/Users", "userName eq \"" + "x".repeat(7_000) + "\"");
            okta.filter("/Users", "emails[".repeat(1_000) + "type pr" + "]".repeat(1_000))
                    .is(400, "invalidFilter");
            okta.filter("/Users", "a".repeat(7_000)).is(400, "invalidFilter");
        });
    }

    @Test
    void absurdPatches() {
        String path = "/Users/" + ada.id();
        assertTimeout(AT_ONCE.multipliedBy(4), () -> {
            okta.patch(path, "{\"op\":\"add\",\"path\":\"%s\",\"value\":\"x\"}".formatted("emails[".repeat(5_000)))
                    .is(400, "invalidPath");
            okta.patch(
                            path,
                            "{\"op\":\"add\",\"path\":\"emails[%s type pr%s].value\",\"value\":\"x\"}"
                                    .formatted("(".repeat(20_000), ")".repeat(20_000)))
                    .is(400, "invalidPath");
            String operation = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}";
            Answer many = okta.patch(path, (operation + ",").repeat(20_000) + operation);
            assertThat(many.status()).isIn(200, 400, 413);
            okta.patch(path, "42").is(400);
            okta.patch(path, "{\"op\":42}").is(400);
            okta.patch(path, "{\"op\":\"add\",\"path\":{},\"value\":1}").is(400);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes=nothing.like.it..", "attributes=%00", "filter=%00", "filter=", "attributes="})
    void oddParameters(String query) {
        assertThat(okta.get("/Users?count=1&" + query).status()).isIn(200, 400);
    }
}
