package io.roster.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.protocol.ScimException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchEngineTest {

    static Stream<Named<JsonObject>> cases() {
        return Cases.json(PatchEngineTest.class, "cases.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void patches(JsonObject testCase) {
        var resource = testCase.getJsonObject("resource");
        if (testCase.containsKey("error")) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> apply(testCase, resource))
                    .satisfies(e -> {
                        assertThat(e.status()).isEqualTo(400);
                        assertThat(e.scimType()).isEqualTo(testCase.getString("error"));
                        assertThat(e.detail())
                                .contains(testCase.getString("detail"))
                                .endsWith(".");
                    });
            return;
        }
        var expected = testCase.getJsonObject("expected");
        var patched = apply(testCase, resource);
        assertThat(patched).isEqualTo(expected);
        if (expected.equals(resource)) {
            assertThat(patched).isSameAs(resource);
        }
    }

    private static JsonObject apply(JsonObject testCase, JsonObject resource) {
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(PatchOperation.URN))
                .add("Operations", testCase.get("Operations"))
                .build();
        return PatchEngine.apply(Cases.type(testCase), resource, PatchOperation.parse(body));
    }
}
