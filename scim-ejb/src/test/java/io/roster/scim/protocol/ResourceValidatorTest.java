package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceValidatorTest {

    static Stream<Named<JsonObject>> cases() {
        return Stream.of("resources.json", "values.json", "replacements.json")
                .flatMap(file -> Cases.json(ResourceValidatorTest.class, file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void validates(JsonObject testCase) {
        var type = Cases.type(testCase);
        var body = testCase.getJsonObject("body");
        var before = testCase.containsKey("before") ? testCase.getJsonObject("before") : JsonValue.EMPTY_JSON_OBJECT;
        if (testCase.containsKey("error")) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> ResourceValidator.validate(type, body, before))
                    .satisfies(e -> {
                        assertThat(e.status()).isEqualTo(400);
                        assertThat(e.scimType()).isEqualTo(testCase.getString("error"));
                        assertThat(e.detail())
                                .contains(testCase.getString("detail"))
                                .endsWith(".");
                    });
            return;
        }
        var valid = ResourceValidator.validate(type, body, before);
        assertThat(valid).isEqualTo(testCase.getJsonObject("expected"));
        assertThat(ResourceValidator.validate(type, valid, valid)).isEqualTo(valid);
    }

    @Test
    void aPasswordIsPartedFromTheDocument() {
        var document = Json.createObjectBuilder()
                .add("userName", "ada")
                .add("password", "1mz050nq")
                .build();
        var parted = WriteOnly.split(SchemaRegistry.standard().user(), document);
        assertThat(parted.document()).hasToString("{\"userName\":\"ada\"}");
        assertThat(parted.secrets().getString("password")).isEqualTo("1mz050nq");
        assertThat(parted.toString()).contains("password").doesNotContain("1mz050nq");
        assertThat(WriteOnly.split(SchemaRegistry.standard().user(), parted.document())
                        .document())
                .isSameAs(parted.document());
    }
}
