package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaExtension;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which attributes an answer bears (RFC 7644 section 3.9): those returned {@code always} in any case, {@code never}
 * in none; the others by the parameters {@code attributes} and {@code excludedAttributes}. Names that the resource
 * type does not know are ignored, as nothing of theirs could be returned.
 */
public final class AttributeProjection {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private final ResourceType type;
    private final boolean isWhitelist;
    private final Set<String> named = new HashSet<>();
    /** Attributes and extensions that have a part of theirs named: {@code name} for {@code name.givenName}. */
    private final Set<String> parents = new HashSet<>();

    /** Names of the attributes that the default answer leaves out. */
    private final List<String> hidden;

    private AttributeProjection(ResourceType type, boolean isWhitelist, String names) {
        this.type = type;
        this.hidden = type.schema().attributes().stream()
                .filter(a -> a.returned() == Returned.NEVER || a.returned() == Returned.REQUEST)
                .map(AttributeDefinition::name)
                .toList();
        this.isWhitelist = isWhitelist;
        if (names == null) {
            return;
        }
        for (var notation : names.split(",")) {
            type.path(notation.strip()).ifPresent(path -> {
                named.add(path.notation());
                if (path.extension() != null && !path.isExtension()) {
                    parents.add(path.extension());
                }
                if (path.subAttribute() != null) {
                    parents.add(path.with(null).notation());
                }
            });
        }
    }

    /**
     * Reads the two parameters.
     *
     * @param attributes names to return, separated by commas; null or blank for the default set
     * @param excludedAttributes names to leave out; null or blank for none
     * @throws ScimException 400 invalidValue when both are there
     */
    public static AttributeProjection of(ResourceType type, String attributes, String excludedAttributes) {
        requireOne(attributes, excludedAttributes);
        return isGiven(attributes)
                ? new AttributeProjection(type, true, attributes)
                : new AttributeProjection(type, false, excludedAttributes);
    }

    static void requireOne(String attributes, String excludedAttributes) {
        if (isGiven(attributes) && isGiven(excludedAttributes)) {
            throw ScimException.invalidValue("The query parameters attributes and excludedAttributes exclude each "
                    + "other. Send only one of them.");
        }
    }

    /** Whether the answer bears the attribute or a part of it; what it does not bear need not be loaded. */
    public boolean includes(String attributeName) {
        return type.path(attributeName)
                .map(path -> path.isExtension()
                        || keeps(path.attribute(), path.with(null).notation(), false))
                .orElse(false);
    }

    /** The document as the answer bears it; the same instance where nothing is to be left out. */
    public JsonObject apply(JsonObject document) {
        if (!isWhitelist && named.isEmpty() && hidden.stream().noneMatch(document::containsKey)) {
            return document;
        }
        var kept = JSON.createObjectBuilder();
        document.forEach((name, value) -> {
            var extension = type.extension(name);
            if (extension.isPresent()) {
                add(kept, name, extension(extension.get(), value.asJsonObject()));
            } else {
                type.attribute(name).ifPresent(a -> add(kept, name, projected(a, name, value, false)));
            }
        });
        return kept.build();
    }

    private JsonObject extension(SchemaExtension extension, JsonObject value) {
        var kept = JSON.createObjectBuilder();
        var isNamed = named.contains(extension.urn());
        value.forEach((name, inner) -> extension
                .schema()
                .attribute(name)
                .ifPresent(a -> add(kept, name, projected(a, extension.urn() + ":" + name, inner, isNamed))));
        return nullIfEmpty(kept.build());
    }

    /** What is left of a value; null when nothing is. */
    private JsonValue projected(AttributeDefinition attribute, String notation, JsonValue value, boolean parentNamed) {
        if (!keeps(attribute, notation, parentNamed)) {
            return null;
        }
        if (!parents.contains(notation) || isWhitelist && named.contains(notation)) {
            return value;
        }
        if (!(value instanceof JsonArray array) || array.isEmpty()) {
            return value instanceof JsonObject object ? part(attribute, notation, object) : value;
        }
        var values = array.stream()
                .map(element -> part(attribute, notation, element.asJsonObject()))
                .filter(Objects::nonNull)
                .toList();
        return values.isEmpty() ? null : JsonObjects.of(values);
    }

    private JsonObject part(AttributeDefinition attribute, String notation, JsonObject value) {
        var kept = JSON.createObjectBuilder();
        value.forEach((key, inner) -> attribute
                .subAttribute(key)
                .filter(sub -> keeps(sub, notation + "." + key, false))
                .ifPresent(sub -> kept.add(key, inner)));
        return nullIfEmpty(kept.build());
    }

    private boolean keeps(AttributeDefinition attribute, String notation, boolean parentNamed) {
        if (attribute.returned() == Returned.ALWAYS || attribute.returned() == Returned.NEVER) {
            return attribute.returned() == Returned.ALWAYS;
        }
        var isNamed = parentNamed || named.contains(notation);
        if (isWhitelist) {
            return isNamed || parents.contains(notation);
        }
        return attribute.returned() == Returned.DEFAULT && !isNamed;
    }

    private static void add(JsonObjectBuilder target, String name, JsonValue value) {
        if (value != null) {
            target.add(name, value);
        }
    }

    private static JsonObject nullIfEmpty(JsonObject object) {
        return object.isEmpty() ? null : object;
    }

    private static boolean isGiven(String names) {
        return names != null && !names.isBlank();
    }
}
