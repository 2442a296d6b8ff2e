package io.roster.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.protocol.ScimException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever comes in is carried out or refused; each operation has one answer, and nothing else is ever thrown. */
class BulkHostileInputTest {

    private static final JsonValue SCHEMAS =
            Json.createArrayBuilder().add(BulkRequest.URN).build();

    @Property(seed = "20260513", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void operationsAreCarriedOutOrRefused(@ForAll("operations") List<JsonObject> operations) {
        var body = Json.createObjectBuilder()
                .add("schemas", SCHEMAS)
                .add("Operations", Json.createArrayBuilder(operations))
                .build();
        var service = new RecordingService();
        var results = BulkJob.run(BulkRequest.parse(body), service);
        JsonArray answers = BulkResult.message(results, "https://x/scim/v2").getJsonArray("Operations");
        assertThat(answers).hasSameSizeAs(operations);
        for (var answer : answers.getValuesAs(JsonObject.class)) {
            assertThat(answer.getString("status")).matches("2..|4..");
            assertThat(answer.containsKey("response"))
                    .isEqualTo(answer.getString("status").startsWith("4"));
        }
        assertThat(service.refusals)
                .hasSize((int) results.stream().filter(BulkResult::hasFailed).count());
    }

    @Property(seed = "20260513", tries = 200, edgeCases = EdgeCasesMode.NONE)
    void messagesAreReadOrRefused(@ForAll("messages") JsonObject body) {
        try {
            assertThat(BulkRequest.parse(body).operations()).isNotEmpty();
        } catch (ScimException e) {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.detail()).endsWith(".").hasSizeLessThan(300);
        }
    }

    @Provide
    Arbitrary<List<JsonObject>> operations() {
        return operation().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<JsonObject> messages() {
        return Arbitraries.maps(
                        Arbitraries.of("schemas", "Schemas", "failOnErrors", "Operations", "operations", "x"),
                        Arbitraries.oneOf(
                                value(2),
                                Arbitraries.just(SCHEMAS),
                                operation().list().ofMaxSize(3).map(list -> Json.createArrayBuilder(list)
                                        .build())))
                .ofMaxSize(5)
                .map(members -> Json.createObjectBuilder(Map.copyOf(members)).build());
    }

    private static Arbitrary<JsonObject> operation() {
        return Arbitraries.maps(
                        Arbitraries.of("method", "path", "bulkId", "data", "version", "Data", "METHOD"), value(2))
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(members -> Json.createObjectBuilder(Map.copyOf(members)).build());
    }

    private static Arbitrary<JsonValue> value(int depth) {
        Arbitrary<JsonValue> plain = Arbitraries.of(
                        "POST",
                        "post",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "GET",
                        "",
                        "a",
                        "b",
                        "/",
                        "//",
                        "/Users",
                        "/Users/old",
                        "/Groups/bulkId:a",
                        "/Users/bulkId:",
                        "Groups",
                        "bulkId:a",
                        "bulkId:b",
                        "bulkId:",
                        "W/\"1\"",
                        "../Users/bulkId:a",
                        "members[value eq \"bulkId:a\"]",
                        "refuse!",
                        "\"bulkId:b")
                .map(Json::createValue);
        if (depth == 0) {
            return plain;
        }
        var names = Arbitraries.of("members", "value", "$ref", "path", "Operations", "urn:x", "\"bulkId:a\"");
        return Arbitraries.frequencyOf(
                Tuple.of(6, plain),
                Tuple.of(1, Arbitraries.of(JsonValue.NULL, JsonValue.TRUE, Json.createValue(7))),
                Tuple.of(2, value(depth - 1).list().ofMaxSize(3).map(list -> Json.createArrayBuilder(list)
                        .build())),
                Tuple.of(
                        4,
                        Arbitraries.maps(names, value(depth - 1)).ofMaxSize(3).map(members -> Json.createObjectBuilder(
                                        Map.copyOf(members))
                                .build())));
    }
}
