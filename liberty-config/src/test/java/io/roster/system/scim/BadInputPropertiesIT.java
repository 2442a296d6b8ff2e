package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;

/**
 * Whatever is sent, the endpoint answers below 500, with a SCIM Error when it refuses; {@link Answer} checks that. Fewer
 * tries than the protocol core has, for each is a request.
 */
class BadInputPropertiesIT {
    private static final ScimClient OKTA = SharedRoster.POSTGRESQL.client();
    private static final String PATH = "/Users/"
            + OKTA.post("/Users", Samples.user(Names.unique("property"))).id();

    @Property(seed = "20260513", tries = 150)
    void bodies(@ForAll byte[] body) {
        assertThat(OKTA.send("POST", "/Users", body).status()).isBetween(400, 499);
        assertThat(OKTA.send("PATCH", PATH, body).status()).isBetween(400, 499);
    }

    @Property(seed = "20260513", tries = 200)
    void json(@ForAll("values") String value, @ForAll("names") String name) {
        OKTA.put(PATH, Samples.user(Names.unique("property"), quoted(name) + ":" + value));
        OKTA.patch(PATH, "{\"op\":\"replace\",\"path\":%s,\"value\":%s}".formatted(quoted(name), value));
        OKTA.patch(PATH, "{\"op\":\"add\",\"value\":{%s:%s}}".formatted(quoted(name), value));
        assertThat(OKTA.get(PATH).status()).isEqualTo(200);
    }

    /** A bulk request is answered as a whole, and each of its operations below 500 as well. */
    @Property(seed = "20260513", tries = 150)
    void bulkRequests(@ForAll("values") String value, @ForAll("names") String name, @ForAll("bulkPaths") String path) {
        String operation = "{\"method\":\"%s\",\"path\":%s,\"bulkId\":%s,\"data\":%s}";
        String object = "{%s:%s,\"members\":[{\"value\":\"bulkId:a\"}]}".formatted(quoted(name), value);
        Answer answer = OKTA.post(
                "/Bulk",
                Bulk.request(
                        operation.formatted("POST", quoted(path), quoted(name), value),
                        operation.formatted("PUT", quoted(path), value, object),
                        operation.formatted("PATCH", quoted(path), "null", "[" + object + "]"),
                        operation.formatted("POST", "\"/Groups\"", "\"a\"", object),
                        "{%s:%s}".formatted(quoted(name), value)));
        // What no JSON reader takes, such as half of a surrogate pair, is not found out operation by operation.
        assertThat(answer.status()).isIn(200, 400);
        if (answer.status() == 200) {
            assertThat(Bulk.statuses(answer)).hasSize(5).allMatch(status -> status.matches("[24].."));
        }
    }

    @Property(seed = "20260513", tries = 200)
    void filters(@ForAll("filterWords") String filter) {
        assertThat(OKTA.filter("/Users", filter).status()).isIn(200, 400);
        OKTA.patch(PATH, "{\"op\":\"remove\",\"path\":%s}".formatted(quoted("emails[" + filter + "]")));
    }

    /** Without control characters: the web container refuses those before an application sees them. */
    @Property(seed = "20260513", tries = 100)
    void ids(@ForAll @CharRange(from = ' ', to = '\uffff') String id) {
        String encoded = ScimClient.encode(new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(OKTA.get("/Groups/x" + encoded).status()).isIn(400, 404);
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> scalars =
                Arbitraries.of("null", "true", "-1e400", "9999999999999999999999", "0.1", "\"\"", "\"x\"");
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(30).map(BadInputPropertiesIT::quoted);
        return Arbitraries.lazyOf(
                () -> scalars,
                () -> texts,
                () -> values().list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                () -> Combinators.combine(names(), values())
                        .as((name, value) -> "{" + quoted(name) + ":" + value + "}"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "userName",
                        "name",
                        "emails",
                        "value",
                        "primary",
                        "type",
                        "active",
                        "members",
                        "meta",
                        "id",
                        "schemas",
                        "groups",
                        "$ref",
                        "password",
                        "name.givenName",
                        "emails[type eq \"work\"].value",
                        Samples.ENTERPRISE_SCHEMA,
                        Samples.TELEPHONY_SCHEMA,
                        "manager",
                        ""),
                Arbitraries.strings().ofMaxLength(10));
    }

    @Provide
    Arbitrary<String> bulkPaths() {
        return Arbitraries.oneOf(
                Arbitraries.of("/Users", "/Groups", "/Users/bulkId:a", PATH, PATH + "/", "/", "/Schemas", "Users"),
                Arbitraries.strings().ofMaxLength(10).map(text -> "/Users/" + text));
    }

    @Provide
    Arbitrary<String> filterWords() {
        Arbitrary<String> words = Arbitraries.of(
                "userName",
                "emails",
                "emails.value",
                "active",
                "meta.created",
                "eq",
                "ne",
                "co",
                "sw",
                "ew",
                "gt",
                "le",
                "pr",
                "and",
                "or",
                "not",
                "(",
                ")",
                "[",
                "]",
                "\"x\"",
                "\"",
                "true",
                "null",
                "12",
                "\\",
                "'",
                "%",
                ".",
                "type",
                "urn:ietf:params:scim:schemas:core:2.0:User:title",
                "é",
                "\u0000");
        return words.list().ofMinSize(1).ofMaxSize(12).map(list -> String.join(" ", list));
    }

    /** As a JSON string; what must be escaped is, and lone surrogates stay as escapes. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c >= ' ' && c < 127 && c != '"' && c != '\\' ? "" + c : "\\u%04x".formatted((int) c));
        }
        return json.append('"').toString();
    }
}
