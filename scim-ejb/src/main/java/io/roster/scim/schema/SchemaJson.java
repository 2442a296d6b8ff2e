package io.roster.scim.schema;

import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributeDefinition.Uniqueness;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the schema files and writes schemas and resource types as resources (RFC 7643 sections 6 and 7). */
final class SchemaJson {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonBuilderFactory JSON = PROVIDER.createBuilderFactory(Map.of());

    /** The RFC's spelling of the two constants that are not plain lower case. */
    private static final Map<String, String> SPELLING =
            Map.of("datetime", "dateTime", "readonly", "readOnly", "readwrite", "readWrite", "writeonly", "writeOnly");

    private SchemaJson() {}

    static Schema read(String file) {
        try (var in = SchemaJson.class.getResourceAsStream(file);
                var reader = PROVIDER.createReader(in)) {
            var json = reader.readObject();
            return new Schema(
                    json.getString("id"),
                    json.getString("name"),
                    json.getString("description"),
                    attributes(json.getJsonArray("attributes")));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema file " + file + " cannot be read", e);
        }
    }

    static JsonObject write(Schema schema, String baseUrl) {
        return JSON.createObjectBuilder()
                .add("schemas", array(List.of(SchemaRegistry.SCHEMA)))
                .add("id", schema.id())
                .add("name", schema.name())
                .add("description", schema.description())
                .add("attributes", attributes(schema.attributes()))
                .add("meta", meta("Schema", baseUrl + "/Schemas/" + schema.id()))
                .build();
    }

    static JsonObject write(ResourceType type, String baseUrl) {
        var json = JSON.createObjectBuilder()
                .add("schemas", array(List.of(SchemaRegistry.RESOURCE_TYPE)))
                .add("id", type.name())
                .add("name", type.name())
                .add("endpoint", type.endpoint())
                .add("description", type.description())
                .add("schema", type.schema().id());
        if (!type.extensions().isEmpty()) {
            var extensions = JSON.createArrayBuilder();
            type.extensions()
                    .forEach(extension -> extensions.add(JSON.createObjectBuilder()
                            .add("schema", extension.urn())
                            .add("required", extension.required())));
            json.add("schemaExtensions", extensions);
        }
        return json.add("meta", meta("ResourceType", baseUrl + "/ResourceTypes/" + type.name()))
                .build();
    }

    private static List<AttributeDefinition> attributes(JsonArray json) {
        return json == null
                ? List.of()
                : json.getValuesAs(JsonObject.class).stream()
                        .map(SchemaJson::attribute)
                        .toList();
    }

    private static AttributeDefinition attribute(JsonObject json) {
        var type = Type.valueOf(json.getString("type").toUpperCase(Locale.ROOT));
        return new AttributeDefinition(
                json.getString("name"),
                type,
                json.getBoolean("multiValued"),
                json.getString("description", ""),
                json.getBoolean("required", false),
                strings(json.getJsonArray("canonicalValues")),
                json.getBoolean("caseExact", !type.isText()),
                Mutability.valueOf(json.getString("mutability").toUpperCase(Locale.ROOT)),
                Returned.valueOf(json.getString("returned").toUpperCase(Locale.ROOT)),
                Uniqueness.valueOf(json.getString("uniqueness").toUpperCase(Locale.ROOT)),
                strings(json.getJsonArray("referenceTypes")),
                attributes(json.getJsonArray("subAttributes")),
                false);
    }

    private static JsonArray attributes(List<AttributeDefinition> attributes) {
        var json = JSON.createArrayBuilder();
        attributes.forEach(attribute -> json.add(write(attribute)));
        return json.build();
    }

    static JsonObject write(AttributeDefinition attribute) {
        var json = JSON.createObjectBuilder()
                .add("name", attribute.name())
                .add("type", wire(attribute.type()))
                .add("multiValued", attribute.multiValued())
                .add("description", attribute.description())
                .add("required", attribute.required());
        if (!attribute.canonicalValues().isEmpty()) {
            json.add("canonicalValues", array(attribute.canonicalValues()));
        }
        if (attribute.type().isText()) {
            json.add("caseExact", attribute.caseExact());
        }
        json.add("mutability", wire(attribute.mutability()))
                .add("returned", wire(attribute.returned()))
                .add("uniqueness", wire(attribute.uniqueness()));
        if (!attribute.referenceTypes().isEmpty()) {
            json.add("referenceTypes", array(attribute.referenceTypes()));
        }
        if (attribute.isComplex()) {
            json.add("subAttributes", attributes(attribute.subAttributes()));
        }
        return json.build();
    }

    private static JsonObject meta(String resourceType, String location) {
        return JSON.createObjectBuilder()
                .add("resourceType", resourceType)
                .add("location", location)
                .build();
    }

    private static String wire(Enum<?> constant) {
        var lower = constant.name().toLowerCase(Locale.ROOT);
        return SPELLING.getOrDefault(lower, lower);
    }

    private static List<String> strings(JsonArray json) {
        return json == null
                ? List.of()
                : List.copyOf(json.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList());
    }

    private static JsonArray array(Collection<String> values) {
        return JSON.createArrayBuilder(values).build();
    }
}
