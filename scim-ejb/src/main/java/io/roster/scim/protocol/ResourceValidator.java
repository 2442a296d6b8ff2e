package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaExtension;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a resource that a client sent with POST or PUT and brings it into the form in which it is stored. */
public final class ResourceValidator {

    private static final String SCHEMAS = "schemas";

    private final ResourceType type;
    private final JsonObject before;

    private ResourceValidator(ResourceType type, JsonObject before) {
        this.type = type;
        this.before = before;
    }

    /**
     * The document of a new resource in canonical form: readOnly attributes dropped whatever is in them, as Okta sends
     * back all that it got; null and empty values dropped; names in the case of the schema; {@code schemas} derived from
     * what is there.
     *
     * @throws ScimException 400 invalidSyntax for an unknown attribute or schema, invalidValue for a wrong type, a
     *     missing required attribute, two primary values; each names the place
     */
    public static JsonObject validate(ResourceType type, JsonObject body) {
        return validate(type, body, JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * The document that replaces another one (RFC 7644 section 3.5.1).
     *
     * @param before the document as it is; of it what is immutable stays when the body leaves it out, and what an
     *     extension requires: Okta's PUT of an app that does not map it is a deactivation, too
     * @throws ScimException as for a new resource, and 400 mutability for another value of what is immutable
     */
    public static JsonObject validate(ResourceType type, JsonObject body, JsonObject before) {
        return new ResourceValidator(type, before).document(body);
    }

    private JsonObject document(JsonObject body) {
        var document = new LinkedHashMap<String, JsonValue>();
        var hasSchemas = false;
        for (var member : body.entrySet()) {
            var place = Place.RESOURCE.member(member.getKey());
            if (member.getKey().equalsIgnoreCase(SCHEMAS)) {
                requireKnown(member.getValue());
                hasSchemas = true;
                continue;
            }
            var extension = type.extension(member.getKey());
            if (extension.isPresent()) {
                putExtension(document, extension.get(), member.getValue(), place);
            } else {
                putAttribute(document, null, type.attribute(member.getKey()), member, before, place);
            }
        }
        if (!hasSchemas) {
            throw ScimException.invalidSyntax("\"schemas\" is missing. Send \"schemas\": [\""
                    + type.schema().id() + "\"].");
        }
        keepImmutable(document, null, type.schema().attributes(), before);
        for (var extension : type.extensions()) {
            keepImmutable(document, extension);
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

    private void putExtension(
            Map<String, JsonValue> document, SchemaExtension extension, JsonValue value, Place place) {
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
        var present = before.get(extension.urn()) instanceof JsonObject stored ? stored : JsonValue.EMPTY_JSON_OBJECT;
        for (var member : object.entrySet()) {
            var definition = extension.schema().attribute(member.getKey());
            putAttribute(attributes, extension.urn(), definition, member, present, place.member(member.getKey()));
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
            Map.Entry<String, JsonValue> member,
            JsonObject present,
            Place place) {
        if (definition.isEmpty()) {
            throw AttributeValues.unknown(member.getKey(), place);
        }
        if (!definition.get().isReadOnly()) {
            var path = new AttributePath(extension, definition.get(), null);
            // What is stored may be older than a rule that it breaks; who sends it back unchanged is not to blame.
            var isStored = member.getValue().equals(present.get(definition.get().name()));
            var value = isStored ? member.getValue() : AttributeValues.canonical(path, member.getValue(), place);
            AttributeValues.put(target, definition.get(), value, place);
        }
    }

    private void keepImmutable(Map<String, JsonValue> document, SchemaExtension extension) {
        if (before.get(extension.urn()) instanceof JsonObject present) {
            var attributes = new LinkedHashMap<String, JsonValue>();
            if (document.get(extension.urn()) instanceof JsonObject asked) {
                attributes.putAll(asked);
            }
            keepImmutable(attributes, extension.urn(), extension.schema().attributes(), present);
            keepRequired(attributes, extension.schema().attributes(), present);
            attributes.values().removeIf(inner -> inner == null);
            document.put(extension.urn(), attributes.isEmpty() ? null : JsonObjects.of(attributes));
        }
    }

    private static void keepImmutable(
            Map<String, JsonValue> target, String extension, List<AttributeDefinition> attributes, JsonObject present) {
        var place = extension == null ? Place.RESOURCE : Place.RESOURCE.member(extension);
        for (var attribute : attributes) {
            var name = attribute.name();
            if (present.containsKey(name)) {
                var path = new AttributePath(extension, attribute, null);
                target.put(name, ImmutableValues.kept(path, present.get(name), target.get(name), place.member(name)));
            }
        }
    }

    private static void keepRequired(
            Map<String, JsonValue> target, List<AttributeDefinition> attributes, JsonObject present) {
        for (var attribute : attributes) {
            if (attribute.required()
                    && isBlank(target.get(attribute.name()))
                    && present.containsKey(attribute.name())) {
                target.put(attribute.name(), present.get(attribute.name()));
            }
        }
    }

    /**
     * An extension's required attributes are asked for where there is anything of it (RFC 7643 section 6), but only of a
     * new resource: one that is replaced keeps them, or is older than the rule.
     */
    private void requireValues(Map<String, JsonValue> document) {
        requireValues(document, type.schema().attributes(), Place.RESOURCE);
        if (!before.isEmpty()) {
            return;
        }
        for (var extension : type.extensions()) {
            var present = document.get(extension.urn());
            if (present != null || extension.required()) {
                var attributes = present == null ? JsonValue.EMPTY_JSON_OBJECT : present.asJsonObject();
                requireValues(attributes, extension.schema().attributes(), Place.RESOURCE.member(extension.urn()));
                if (attributes.isEmpty()) {
                    throw ScimException.invalidValue("\"" + extension.urn() + "\" is missing, and a " + type.name()
                            + " cannot be without it. Map a value to one of its attributes.");
                }
            }
        }
    }

    private void requireValues(Map<String, JsonValue> values, List<AttributeDefinition> attributes, Place place) {
        for (var attribute : attributes) {
            if (attribute.required() && isBlank(values.get(attribute.name()))) {
                throw ScimException.invalidValue(place.member(attribute.name()).of(attribute.name())
                        + " is missing or blank, and a " + type.name() + " cannot be without it. Map a value to it.");
            }
        }
    }

    private static boolean isBlank(JsonValue value) {
        return value == null
                || value instanceof JsonString text && text.getString().isBlank();
    }
}
