package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.Schema;
import io.roster.scim.schema.SchemaExtension;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks a resource that a client sent with POST or PUT and brings it into the form in which it is stored. */
public final class ResourceValidator {

    private static final String SCHEMAS = "schemas";

    private final ResourceType type;

    private ResourceValidator(ResourceType type) {
        this.type = type;
    }

    /**
     * The document in canonical form: readOnly attributes dropped whatever is in them, as Okta sends back all that it
     * got; null and empty values dropped; names in the case of the schema; {@code schemas} derived from what is there.
     *
     * @throws ScimException 400 invalidSyntax for an unknown attribute or schema, invalidValue for a wrong type, a
     *     missing required attribute, two primary values
     */
    public static JsonObject validate(ResourceType type, JsonObject body) {
        return new ResourceValidator(type).document(body);
    }

    private JsonObject document(JsonObject body) {
        var document = new LinkedHashMap<String, JsonValue>();
        var hasSchemas = false;
        for (var member : body.entrySet()) {
            if (member.getKey().equalsIgnoreCase(SCHEMAS)) {
                requireKnown(member.getValue());
                hasSchemas = true;
                continue;
            }
            var extension = type.extension(member.getKey());
            if (extension.isPresent()) {
                putExtension(document, extension.get(), member.getValue());
            } else {
                putAttribute(document, null, type.attribute(member.getKey()), member);
            }
        }
        if (!hasSchemas) {
            throw ScimException.invalidSyntax("\"schemas\" is missing. Send \"schemas\": [\""
                    + type.schema().id() + "\"].");
        }
        document.values().removeIf(value -> value == null);
        requireValues(document);
        var canonical = new LinkedHashMap<String, JsonValue>();
        canonical.put(SCHEMAS, JsonObjects.ofStrings(type.schemasOf(document)));
        canonical.putAll(document);
        return JsonObjects.of(canonical);
    }

    /** An extension listed without data, or data without being listed, is tolerated: Okta does both. */
    private void requireKnown(JsonValue schemas) {
        var isCore = false;
        if (!(schemas instanceof JsonArray urns)) {
            throw ScimException.invalidSyntax("\"schemas\" must be a list of URNs, in square brackets.");
        }
        for (var urn : urns) {
            var text = urn instanceof JsonString string ? string.getString() : urn.toString();
            var isCoreUrn = type.schema().id().equalsIgnoreCase(text);
            isCore |= isCoreUrn;
            if (!isCoreUrn && type.extension(text).isEmpty()) {
                throw ScimException.invalidSyntax(
                        "The schema \"" + Excerpt.of(text) + "\" in \"schemas\" is not one of " + type.name()
                                + " resources; /ResourceTypes lists those there are.");
            }
        }
        if (!isCore) {
            throw ScimException.invalidSyntax("\"schemas\" must contain \""
                    + type.schema().id() + "\", as the resource is a " + type.name() + ".");
        }
    }

    private void putExtension(Map<String, JsonValue> document, SchemaExtension extension, JsonValue value) {
        if (document.containsKey(extension.urn())) {
            throw ScimException.invalidSyntax("\"" + extension.urn() + "\" is there twice. Send it once.");
        }
        document.put(extension.urn(), null);
        if (AttributeValues.isEmpty(value)) {
            return;
        }
        if (!(value instanceof JsonObject object)) {
            throw ScimException.invalidValue("\"" + extension.urn() + "\" must be an object of attributes, in braces.");
        }
        var attributes = new LinkedHashMap<String, JsonValue>();
        for (var member : object.entrySet()) {
            putAttribute(attributes, extension.urn(), extension.schema().attribute(member.getKey()), member);
        }
        attributes.values().removeIf(inner -> inner == null);
        if (!attributes.isEmpty()) {
            document.put(extension.urn(), JsonObjects.of(attributes));
        }
    }

    private static void putAttribute(
            Map<String, JsonValue> target,
            String extension,
            Optional<AttributeDefinition> definition,
            Map.Entry<String, JsonValue> member) {
        if (definition.isEmpty()) {
            throw AttributeValues.unknown(extension == null ? member.getKey() : extension + ":" + member.getKey());
        }
        if (!definition.get().isReadOnly()) {
            var path = new AttributePath(extension, definition.get(), null);
            AttributeValues.put(target, definition.get(), AttributeValues.canonical(path, member.getValue()));
        }
    }

    private void requireValues(Map<String, JsonValue> document) {
        requireValues(null, type.schema(), document);
        for (var extension : type.extensions()) {
            var attributes = document.get(extension.urn());
            if (attributes != null || extension.required()) {
                requireValues(
                        extension.urn(),
                        extension.schema(),
                        attributes == null ? JsonValue.EMPTY_JSON_OBJECT : attributes.asJsonObject());
            }
        }
    }

    private void requireValues(String extension, Schema schema, Map<String, JsonValue> values) {
        for (var attribute : schema.attributes()) {
            if (attribute.required() && isBlank(values.get(attribute.name()))) {
                throw ScimException.invalidValue("\"" + new AttributePath(extension, attribute, null)
                        + "\" is missing or blank, and a " + type.name() + " cannot be without it. Map a value to it.");
            }
        }
    }

    private static boolean isBlank(JsonValue value) {
        return value == null
                || value instanceof JsonString text && text.getString().isBlank();
    }
}
