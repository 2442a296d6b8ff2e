package io.roster.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaExtension;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator says of an attribute holds for what clients write, without a database. */
class OwnCharacteristicsTest {

    private static final String URN = SchemaRegistry.CUSTOM_USER;
    private static final List<AttributeDefinition> ATTRIBUTES = Stream.of(
                    of("badge", Type.STRING, false, true, List.of()),
                    of("shirt", Type.STRING, false, false, List.of("S", "M", "L", "XL")),
                    of("teams", Type.STRING, true, false, List.of("red", "blue")),
                    of("skills", Type.STRING, true, false, List.of()),
                    of("floor", Type.INTEGER, false, false, List.of()),
                    of("share", Type.DECIMAL, false, false, List.of()),
                    of("hired", Type.DATETIME, false, false, List.of()),
                    of("driver", Type.BOOLEAN, false, false, List.of()),
                    of("wiki", Type.REFERENCE, false, false, List.of()))
            .map(OwnCharacteristics::definition)
            .toList();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard().with(ATTRIBUTES, List.of());
    private static final ResourceType USER = REGISTRY.user();

    private static OwnCharacteristics of(
            String name, Type type, boolean multiValued, boolean required, List<String> values) {
        return new OwnCharacteristics(name, type, multiValued, required, false, values, "The " + name);
    }

    static Stream<Named<JsonObject>> cases() {
        return Cases.json(OwnCharacteristicsTest.class, "own.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdForWrites(JsonObject testCase) {
        JsonObject given = parse(testCase.toString().replace("\"$", "\"" + URN));
        if (given.containsKey("error")) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> written(given))
                    .satisfies(e -> {
                        assertThat(e.status()).isEqualTo(400);
                        assertThat(e.scimType()).isEqualTo(given.getString("error"));
                        assertThat(e.detail())
                                .contains(given.getString("detail"))
                                .endsWith(".");
                    });
            return;
        }
        JsonObject document = written(given);
        assertThat(document.getOrDefault(URN, JsonValue.EMPTY_JSON_OBJECT)).isEqualTo(given.get("expected"));
        assertThat(document.getJsonArray("schemas").contains(Json.createValue(URN)))
                .isEqualTo(document.containsKey(URN));
    }

    private static JsonObject written(JsonObject testCase) {
        if (!testCase.containsKey("patch")) {
            return ResourceValidator.validate(USER, user(testCase.getJsonObject("body")));
        }
        JsonObject message = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:PatchOp"))
                .add("Operations", Json.createArrayBuilder().add(testCase.get("patch")))
                .build();
        JsonObject stored = USER.declared(user(testCase.getJsonObject("before")));
        return PatchEngine.apply(USER, stored, PatchOperation.parse(message));
    }

    private static JsonObject user(JsonObject own) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(SchemaRegistry.USER))
                .add("userName", "ada")
                .add(URN, own)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "badge eq \"b-7\" | true",
                "badge sw \"B\" | true",
                "skills eq \"java\" | true",
                "skills ne \"java\" | true",
                "not (skills eq \"java\") | false",
                "skills co \"av\" | true",
                "floor gt 2 | true",
                "floor gt 3 | false",
                "share le 0.5 | true",
                "hired lt \"2026-05-13T07:42:34+02:00\" | true",
                "hired gt \"2026-05-13T07:42:34+02:00\" | false",
                "driver eq false | true",
                "wiki eq \"https://wiki.example/ada\" | true",
                "teams pr | false",
                "not (teams pr) and shirt eq \"m\" | true"
            })
    void areFilteredByTheRulesOfTheirType(String filter, boolean matches) {
        JsonObject ada = user(
                parse(
                        "{\"badge\":\"B-7\",\"shirt\":\"M\",\"floor\":3,\"share\":0.5,\"driver\":false,"
                                + "\"hired\":\"2026-05-13T04:42:34Z\",\"wiki\":\"https://wiki.example/ada\",\"skills\":[\"Go\",\"Java\"]}"));
        String qualified = filter.replaceAll("\\b([a-z]+) (?=eq|ne|co|sw|gt|le|lt|pr)", URN + ":$1 ");
        assertThat(JsonMatcher.matches(BoundFilter.of(qualified, USER), ada)).isEqualTo(matches);
    }

    @Test
    void anExtensionIsThereWhileItHasAttributes() {
        assertThat(REGISTRY.schema(URN)).isPresent();
        assertThat(REGISTRY.schema(SchemaRegistry.CUSTOM_GROUP)).isEmpty();
        assertThat(REGISTRY.group()).isEqualTo(SchemaRegistry.standard().group());
        assertThat(REGISTRY.resourceTypes()).contains(USER, REGISTRY.group());
        assertThat(USER.extension(URN)).map(SchemaExtension::required).contains(true);
        assertThat(SchemaRegistry.standard().with(List.of(), List.of()).schemas())
                .isEqualTo(SchemaRegistry.standard().schemas());
    }

    @Test
    void anExtensionIsRequiredWhileAnAttributeOfItIs() {
        List<AttributeDefinition> optional = ATTRIBUTES.subList(1, 2);
        SchemaRegistry registry = SchemaRegistry.standard().with(List.of(), optional);
        assertThat(registry.group().extension(SchemaRegistry.CUSTOM_GROUP))
                .map(SchemaExtension::required)
                .contains(false);
        assertThat(registry.user()).isEqualTo(SchemaRegistry.standard().user());
    }

    @Test
    void clientsAreToldAllOfIt() {
        assertThat(ATTRIBUTES.get(1).toJson())
                .isEqualTo(parse("{\"name\":\"shirt\",\"type\":\"string\",\"multiValued\":false,"
                        + "\"description\":\"The shirt\",\"required\":false,"
                        + "\"canonicalValues\":[\"S\",\"M\",\"L\",\"XL\"],\"caseExact\":false,"
                        + "\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"}"));
        assertThat(ATTRIBUTES.get(8).toJson().getJsonArray("referenceTypes"))
                .containsExactly(Json.createValue("external"));
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
