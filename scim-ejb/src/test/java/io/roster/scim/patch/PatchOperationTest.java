package io.roster.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.JsonBody;
import io.roster.scim.protocol.ScimException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchOperationTest {

    private static final String SCHEMAS = "\"schemas\":[\"" + PatchOperation.URN + "\"]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                               | invalidSyntax | needs \"schemas\"",
                "{\"schemas\":[\"urn:x\"],\"Operations\":[]}      | invalidSyntax | needs \"schemas\"",
                "{\"schemas\":\"" + PatchOperation.URN + "\"}     | invalidSyntax | needs \"schemas\"",
                "{S}                                              | invalidSyntax | \"Operations\" must be a list",
                "{S,\"Operations\":[]}                            | invalidSyntax | at least one operation",
                "{S,\"Operations\":{}}                            | invalidSyntax | \"Operations\" must be a list",
                "{S,\"Operations\":[5]}                           | invalidSyntax | must be an object",
                "{S,\"Operations\":[{}]}                          | invalidSyntax | \"op\" of an operation",
                "{S,\"Operations\":[{\"op\":\"move\"}]}           | invalidSyntax | but it is \"move\"",
                "{S,\"Operations\":[{\"op\":\"add\",\"OP\":\"remove\",\"path\":\"a\"}]} | invalidSyntax | \"op\" is there twice",
                "{S,\"Operations\":[{\"op\":\"remove\",\"path\":\"name\"},{\"op\":\"move\"}]} | invalidSyntax | See Operations[1]",
                "{S,\"Operations\":[{\"op\":1}]}                  | invalidSyntax | but it is 1",
                "{S,\"Operations\":[{\"op\":\"add\",\"path\":5,\"value\":1}]} | invalidPath | must be text",
                "{S,\"Operations\":[{\"op\":\"replace\"}]}        | invalidValue  | needs a \"value\"",
                "{S,\"Operations\":[{\"op\":\"remove\",\"path\":null}]} | noTarget | needs a \"path\"",
            })
    void refuses(String body, String scimType, String reason) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> PatchOperation.parse(json(body.replace("{S", "{" + SCHEMAS))))
                .satisfies(e -> assertThat(e.scimType()).isEqualTo(scimType))
                .satisfies(e -> assertThat(e.detail()).contains(reason).endsWith("."));
    }

    @Test
    void namesAreReadInAnyCase() {
        var body = json(("{" + SCHEMAS + ",\"operations\":[{\"OP\":\"Remove\",\"Path\":\"name\",\"VALUE\":null}]}")
                .replace("schemas", "Schemas"));
        assertThat(PatchOperation.parse(body)).singleElement().satisfies(operation -> {
            assertThat(operation.op()).isEqualTo(Op.REMOVE);
            assertThat(operation.path()).isEqualTo("name");
        });
    }

    @Test
    void tooManyOperationsAreRefused() {
        var operation = json("{\"op\":\"remove\",\"path\":\"name\"}");
        var body = Json.createObjectBuilder(json("{" + SCHEMAS + "}"))
                .add("Operations", Json.createArrayBuilder(Collections.nCopies(10_001, operation)))
                .build();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> PatchOperation.parse(body))
                .satisfies(e -> assertThat(e.status()).isEqualTo(413))
                .satisfies(e -> assertThat(e.detail()).contains("10001").contains("10000"));
    }

    private static JsonObject json(String text) {
        return JsonBody.parse(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
