package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.OnEachRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The RFCs' examples as data: what is there before ({@code given}), the request, its status and what the answer has ({@code
 * answer}, or {@code form} where only names and types are printed for good), and what a later request shows ({@code then}).
 * Ids that are printed with gaps are whole in the data; {@code {ETag id}} is that resource's present version.
 */
@OnEachRoster
class RfcExamplesIT {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern USER_NAME = Pattern.compile("\"userName\":\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\\{ETag ([^}]+)}");

    @Parameter
    SharedRoster roster;

    ScimClient okta;
    Printed printed;

    static Stream<Named<JsonObject>> examples() throws IOException {
        Stream.Builder<JsonArray> files = Stream.builder();
        for (String file : List.of("rfc7643.json", "rfc7644.json", "rfc9865.json")) {
            try (var reader = JSON.createReader(RfcExamplesIT.class.getResourceAsStream(file))) {
                files.add(reader.readArray());
            }
        }
        return files.build()
                .flatMap(array -> array.getValuesAs(JsonObject.class).stream())
                .map(example -> Named.of(example.getString("case"), example));
    }

    @BeforeEach
    void client() {
        okta = roster.client();
        printed = new Printed(roster.server().scim().toString());
    }

    /** The examples share names, of which a server takes each once. */
    @AfterEach
    void remove() {
        for (String id : printed.ids()) {
            okta.delete("/Users/" + id);
            okta.delete("/Groups/" + id);
        }
    }

    private void removeNames(JsonValue example) {
        List<String> names = USER_NAME
                .matcher(example.toString())
                .results()
                .map((MatchResult name) -> name.group(1))
                .distinct()
                .toList();
        for (String name : names) {
            okta.filter("/Users", "userName eq \"" + name + "\"").ids().forEach(id -> okta.delete("/Users/" + id));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areAnsweredAsPrinted(JsonObject example) {
        removeNames(example);
        for (JsonObject given : array(example, "given")) {
            Answer created =
                    okta.post(given.getString("path"), sent(given.get("body"))).is(201);
            printed.standsFor(given.getString("id"), created.id());
        }
        check(example, example.getString("method"));
        if (example.containsKey("then")) {
            check(example.getJsonObject("then"), "GET");
        }
    }

    private void check(JsonObject exchange, String method) {
        ScimClient client = okta;
        for (var header : exchange.getOrDefault("headers", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .entrySet()) {
            client = client.with(header.getKey(), versions(((JsonString) header.getValue()).getString()));
        }
        String path = printed.translated(exchange.getString("path"));
        if (exchange.containsKey("filter")) {
            path += "?filter=" + ScimClient.encode(exchange.getString("filter"));
        }
        String body = exchange.containsKey("body") ? sent(exchange.get("body")) : "";
        Answer answer =
                client.send(method, path, body.getBytes(StandardCharsets.UTF_8)).is(exchange.getInt("status", 200));
        if (exchange.containsKey("answer")) {
            printed.assertAnswered(exchange.get("answer"), answer.json(), answer.toString());
        }
        if (exchange.containsKey("form")) {
            printed.assertForm(exchange.get("form"), answer.json(), answer.toString());
        }
    }

    private String sent(JsonValue body) {
        return printed.translated(VERSION.matcher(body.toString())
                .replaceAll(tag -> quoted(versions(tag.group())).replace("\\", "\\\\")));
    }

    /** With the versions that the resources have now. */
    private String versions(String text) {
        return VERSION.matcher(text).replaceAll(tag -> {
            String id = printed.translated(tag.group(1));
            return Stream.of("/Users/", "/Groups/")
                    .map(type -> okta.get(type + id))
                    .filter(answer -> answer.status() == 200)
                    .findFirst()
                    .flatMap(answer -> answer.header("ETag"))
                    .orElseThrow();
        });
    }

    private static String quoted(String text) {
        String json = JSON.createValue(text).toString();
        return json.substring(1, json.length() - 1);
    }

    private static List<JsonObject> array(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class);
    }

    /** Figure 2 of RFC 7644, on one person. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "userName eq \"bjensen\"                                                              | true",
                "name.familyName co \"O'Malley\"                                                      | true",
                "userName sw \"J\"                                                                    | false",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"                         | false",
                "title pr                                                                             | true",
                "meta.lastModified gt \"2011-05-13T04:42:34Z\"                                        | true",
                "meta.lastModified ge \"2011-05-13T04:42:34Z\"                                        | true",
                "meta.lastModified lt \"2011-05-13T04:42:34Z\"                                        | false",
                "meta.lastModified le \"2011-05-13T04:42:34Z\"                                        | false",
                "title pr and userType eq \"Employee\"                                                | true",
                "title pr or userType eq \"Intern\"                                                   | true",
                "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"            | true",
                "userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")     | true",
                "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\") | false",
                "userType eq \"Employee\" and (emails.type eq \"work\")                               | true",
                "userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]  | true",
                "emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]"
                        + " | true",
            })
    void printedFilters(String filter, boolean finds) {
        String body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen","title":"Tour Guide",
                 "name":{"familyName":"O'Malley"},"userType":"Employee","ims":[{"value":"babs@foo.com","type":"xmpp"}],
                 "emails":[{"value":"bjensen@example.com","type":"work"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Tour Operations"}}""";
        removeNames(JSON.createReader(new java.io.StringReader(body)).readObject());
        String id = okta.post("/Users", body).is(201).id();
        printed.standsFor("babs", id);
        Answer found = okta.filter("/Users", "id eq \"" + id + "\" and (" + filter + ")")
                .is(200);
        assertThat(found.ids()).isEqualTo(finds ? List.of(id) : List.of());
        okta.filter("/Users", filter).is(200);
    }
}
