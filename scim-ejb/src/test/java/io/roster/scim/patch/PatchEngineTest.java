package io.roster.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.ValueList;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchEngineTest {

    private static final ResourceType USER = SchemaRegistry.standard().user();

    static Stream<Named<JsonObject>> cases() {
        return Stream.of("cases.json", "targets.json", "clients.json", "rfc7644.json")
                .flatMap(file -> Cases.json(PatchEngineTest.class, file));
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

    @Test
    void moreChangesThanADocumentIsMadeForAreRefused() {
        var operation = new PatchOperation(Op.REPLACE, "displayName", Json.createValue("Ada"));
        var allowed = Collections.nCopies(PatchEngine.MAX_CHANGES, operation);
        var tooMany = Collections.nCopies(PatchEngine.MAX_CHANGES + 1, operation);
        assertThat(PatchEngine.apply(USER, JsonValue.EMPTY_JSON_OBJECT, allowed))
                .containsKey("displayName");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> PatchEngine.apply(USER, JsonValue.EMPTY_JSON_OBJECT, tooMany))
                .satisfies(e -> assertThat(e.status()).isEqualTo(413));
    }

    @Test
    void moreValuesThanADocumentIsMadeForAreRefused() {
        var values = Json.createArrayBuilder();
        for (var i = 0; i < ValueList.MAX_VALUES; i++) {
            values.add(Json.createObjectBuilder().add("value", "a" + i));
        }
        var full = PatchEngine.apply(
                USER, JsonValue.EMPTY_JSON_OBJECT, List.of(new PatchOperation(Op.ADD, "emails", values.build())));
        var oneMore = new PatchOperation(
                Op.ADD, "emails", Json.createObjectBuilder().add("value", "b").build());
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> PatchEngine.apply(USER, full, List.of(oneMore)))
                .satisfies(e -> assertThat(e.scimType()).isEqualTo("invalidValue"));
    }

    /** What a group's boundary does with members, which are rows. */
    @Test
    void theChangesOfOneAttributeCanBeTakenOut() {
        var group = SchemaRegistry.standard().group();
        var body = Json.createReader(new StringReader("""
                        {"displayName": "Voice", "id": "abf4", "members": [{"value": "u1", "display": "Ada"}]}""")).readObject();
        var changes = PatchOperation.bind(
                group,
                List.of(
                        new PatchOperation(Op.REPLACE, null, body),
                        new PatchOperation(Op.REMOVE, "members[value eq \"u2\"]", null)));
        var members = changes.stream().filter(c -> c.path().isOn("members")).toList();
        assertThat(members).hasSize(2);
        assertThat(members.get(0).value()).hasToString("[{\"value\":\"u1\"}]");
        assertThat(members.get(1).path().valueFilter()).isInstanceOfSatisfying(BoundFilter.Comparison.class, filter -> {
            assertThat(filter.attribute().notation()).isEqualTo("members.value");
            assertThat(filter.value()).isEqualTo("u2");
        });
        assertThat(changes).hasSize(4);
    }

    private static JsonObject apply(JsonObject testCase, JsonObject resource) {
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(PatchOperation.URN))
                .add("Operations", testCase.get("Operations"))
                .build();
        var type = Cases.type(testCase);
        var answered = testCase.containsKey("answered") ? testCase.getJsonObject("answered") : resource;
        return PatchEngine.applyChanges(
                type, resource, PatchOperation.bind(type, PatchOperation.parse(body)), answered);
    }
}
