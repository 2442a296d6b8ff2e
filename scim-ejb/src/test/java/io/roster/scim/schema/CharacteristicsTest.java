package io.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.Cases;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code /Schemas} says of each attribute of the RFC what the RFC says of it, but for the departures that are listed. */
class CharacteristicsTest {

    private static final List<String> CHARACTERISTICS = List.of(
            "type",
            "multiValued",
            "required",
            "caseExact",
            "mutability",
            "returned",
            "uniqueness",
            "canonicalValues",
            "referenceTypes");
    private static final int FIRST = 2;

    /** By schema and path, what clients are told. */
    private static final Map<String, Map<String, String>> TOLD = told();

    private static Map<String, Map<String, String>> told() {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        Map.of(
                        "User", SchemaRegistry.USER,
                        "Group", SchemaRegistry.GROUP,
                        "EnterpriseUser", SchemaRegistry.ENTERPRISE_USER,
                        "ServiceProviderConfig", SchemaRegistry.SERVICE_PROVIDER_CONFIG,
                        "ResourceType", SchemaRegistry.RESOURCE_TYPE,
                        "Schema", SchemaRegistry.SCHEMA)
                .forEach((name, urn) -> add(
                        name + " ",
                        SchemaRegistry.standard()
                                .schema(urn)
                                .orElseThrow()
                                .toJson("")
                                .getJsonArray("attributes"),
                        told));
        return told;
    }

    private static void add(String prefix, JsonArray attributes, Map<String, Map<String, String>> told) {
        for (JsonObject attribute : attributes.getValuesAs(JsonObject.class)) {
            String name = prefix + attribute.getString("name");
            told.put(
                    name,
                    CHARACTERISTICS.stream()
                            .collect(Collectors.toMap(c -> c, c -> text(attribute.getOrDefault(c, JsonValue.NULL)))));
            add(
                    name + ".",
                    attribute.containsKey("subAttributes")
                            ? attribute.getJsonArray("subAttributes")
                            : Json.createArrayBuilder().build(),
                    told);
        }
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.joining(","));
        }
        return value instanceof JsonString text ? text.getString() : value == JsonValue.NULL ? "-" : value.toString();
    }

    private static Map<String, String[]> departures() {
        return Cases.tsv(CharacteristicsTest.class, "departures.tsv").stream()
                .collect(Collectors.toMap(row -> row[0] + " " + row[1] + " " + row[2], row -> row));
    }

    static Stream<Arguments> attributes() {
        return Cases.tsv(CharacteristicsTest.class, "characteristics.tsv").stream()
                .map(row -> Arguments.of(row[0] + " " + row[1], row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attributes")
    void isToldAsTheTextHasIt(String attribute, String[] row) {
        Map<String, String> wanted = new HashMap<>();
        for (int i = 0; i < CHARACTERISTICS.size(); i++) {
            String[] departure = departures().get(attribute + " " + CHARACTERISTICS.get(i));
            if (departure != null) {
                assertThat(departure[3]).isEqualTo(row[FIRST + i]);
            }
            wanted.put(CHARACTERISTICS.get(i), departure == null ? row[FIRST + i] : departure[4]);
        }
        if (row[FIRST].equals("reference") || row[FIRST].equals("binary")) {
            wanted.put("caseExact", "true");
        }
        assertThat(TOLD.get(attribute)).isEqualTo(wanted);
    }

    @Test
    void nothingElseIsThere() {
        var known = Stream.concat(
                attributes().map(arguments -> (String) arguments.get()[0]),
                departures().values().stream()
                        .filter(row -> row[2].equals("added"))
                        .map(row -> row[0] + " " + row[1]));
        assertThat(TOLD.keySet()).containsExactlyInAnyOrderElementsOf(known.toList());
    }

    @Test
    void everyDepartureHasAReason() {
        assertThat(departures().values()).allSatisfy(row -> assertThat(row[5]).hasSizeGreaterThan(10));
    }

    @Test
    void everyAttributeIsDescribed() {
        assertThat(SchemaRegistry.standard().schemas()).allSatisfy(schema -> {
            assertThat(schema.description()).isNotBlank();
            assertDescribed(schema.attributes());
        });
    }

    private static void assertDescribed(List<AttributeDefinition> attributes) {
        for (AttributeDefinition attribute : attributes) {
            assertThat(attribute.description()).as(attribute.name()).isNotBlank();
            assertDescribed(attribute.subAttributes());
        }
    }
}
