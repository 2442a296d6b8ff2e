package io.roster.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.protocol.ScimException;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole requests: what is asked of the resources, and what is answered. */
class BulkJobTest {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    static Stream<Named<JsonObject>> jobs() {
        return Cases.json(BulkJobTest.class, "jobs.json");
    }

    static Stream<Named<JsonObject>> refused() {
        return Cases.json(BulkJobTest.class, "refused.json");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void isCarriedOut(JsonObject testCase) {
        var service = new RecordingService();
        var results = BulkJob.run(BulkRequest.parse(testCase.getJsonObject("body")), service);
        var answer = BulkResult.message(results, "https://x/scim/v2");
        assertThat(service.calls)
                .containsExactlyElementsOf(testCase.getJsonArray("calls").getValuesAs(JsonString::getString));
        var operations = answer.getJsonArray("Operations").getValuesAs(JsonObject.class);
        var expected = testCase.getJsonArray("answers").getValuesAs(JsonObject.class);
        assertThat(operations).hasSameSizeAs(expected);
        for (var i = 0; i < expected.size(); i++) {
            assertThat(withoutDetail(operations.get(i))).isEqualTo(withoutDetail(expected.get(i)));
            assertThat(detail(operations.get(i))).contains(detail(expected.get(i)));
        }
        assertThat(service.refusals)
                .hasSize((int) results.stream().filter(BulkResult::hasFailed).count());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedAsAWhole(JsonObject testCase) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BulkRequest.parse(testCase.getJsonObject("body")))
                .satisfies(e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.scimType()).isEqualTo(testCase.getString("error"));
                    assertThat(e.detail())
                            .contains(testCase.getString("detail"))
                            .endsWith(".");
                });
    }

    private static String detail(JsonObject operation) {
        return operation.containsKey("response")
                ? operation.getJsonObject("response").getString("detail")
                : "";
    }

    private static JsonObject withoutDetail(JsonObject operation) {
        if (!operation.containsKey("response")) {
            return operation;
        }
        var response = JSON.createObjectBuilder(operation.getJsonObject("response"))
                .remove("detail")
                .remove("schemas");
        return JSON.createObjectBuilder(operation).add("response", response).build();
    }
}
