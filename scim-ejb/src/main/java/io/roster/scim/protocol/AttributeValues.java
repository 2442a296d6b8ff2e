package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.DateTimes;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks values against their definitions (RFC 7643 section 2.3) and brings them into canonical form: names in the
 * schema's case, readOnly sub-attributes dropped, and null, "", [] and {} dropped, which all mean "no value" (section 2.5
 * and Okta's habit). Canonical values are suggestions unless
 * the attribute is closed.
 */
public final class AttributeValues {

    /** Longest value of the attributes that are looked up, in UTF-16 units of the value and of its lower case. */
    public static final int MAX_INDEXED_LENGTH = 255;

    private static final Set<String> INDEXED = Set.of("userName", "externalId", "displayName", "emails.value");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_=\\s-]*+");

    private AttributeValues() {}

    /**
     * The canonical value of an attribute; an array when it is multi-valued.
     *
     * @return null when there is no value
     * @throws ScimException 400 invalidValue for a wrong type, invalidSyntax for an unknown sub-attribute
     */
    public static JsonValue canonical(AttributePath path, JsonValue value) {
        if (!path.leaf().multiValued()) {
            return single(path, value);
        }
        if (isEmpty(value)) {
            return null;
        }
        if (!(value instanceof JsonArray array)) {
            throw wrongType(path, "a list, in square brackets", value);
        }
        var values = new ValueList(path.leaf());
        for (var element : array) {
            var one = single(path, element);
            if (one != null) {
                values.add(one);
            }
        }
        ValueList.requireFew(path, values.values().size());
        values.requireOnePrimary(path);
        return values.toJson();
    }

    /** The same for one value of the attribute, whether or not it is multi-valued. */
    public static JsonValue single(AttributePath path, JsonValue value) {
        if (isEmpty(value)) {
            return null;
        }
        if (value instanceof JsonArray) {
            throw wrongType(path, "one value and no list", value);
        }
        switch (path.leaf().type()) {
            case COMPLEX:
                return complex(path, value);
            case BOOLEAN:
                require(value == JsonValue.TRUE || value == JsonValue.FALSE, path, "true or false", value);
                break;
            case INTEGER:
                require(value instanceof JsonNumber number && number.isIntegral(), path, "a whole number", value);
                break;
            case DECIMAL:
                require(value instanceof JsonNumber, path, "a number", value);
                break;
            default:
                require(value instanceof JsonString, path, "text, in double quotes", value);
                text(path, ((JsonString) value).getString());
        }
        return path.leaf().closed() ? CanonicalValues.chosen(path, (JsonString) value) : value;
    }

    /** Whether the value means "no value". */
    public static boolean isEmpty(JsonValue value) {
        return value == null
                || value == JsonValue.NULL
                || value instanceof JsonString text && text.getString().isEmpty()
                || value instanceof JsonArray array && array.isEmpty()
                || value instanceof JsonObject object && object.isEmpty();
    }

    private static JsonObject complex(AttributePath path, JsonValue value) {
        require(value instanceof JsonObject, path, "an object of sub-attributes, in braces", value);
        var canonical = new LinkedHashMap<String, JsonValue>();
        value.asJsonObject().forEach((name, inner) -> {
            var sub = path.attribute().subAttribute(name).orElseThrow(() -> unknown(path.notation() + "." + name));
            if (!sub.isReadOnly()) {
                put(canonical, sub, canonical(path.with(sub), inner));
            }
        });
        canonical.values().removeIf(inner -> inner == null);
        for (var sub : path.attribute().subAttributes()) {
            if (sub.required() && !canonical.containsKey(sub.name())) {
                throw ScimException.invalidValue(
                        "Each value of \"" + path + "\" needs \"" + sub.name() + "\", and one has none.");
            }
        }
        return canonical.isEmpty() ? null : JsonObjects.of(canonical);
    }

    /** Puts a value, null included; a name that comes twice, in different case, is refused. */
    static void put(Map<String, JsonValue> target, AttributeDefinition definition, JsonValue value) {
        if (target.containsKey(definition.name())) {
            throw ScimException.invalidSyntax(
                    "\"" + definition.name() + "\" is there twice, in different upper and lower case. Send it once.");
        }
        target.put(definition.name(), value);
    }

    static ScimException unknown(String notation) {
        return ScimException.invalidSyntax("\"" + Excerpt.of(notation)
                + "\" is not an attribute that Roster knows. Remove it, or correct the attribute mapping; /Schemas lists "
                + "the attributes there are.");
    }

    private static void text(AttributePath path, String text) {
        var definition = path.leaf();
        switch (definition.type()) {
            case DATETIME ->
                require(DateTimes.parse(text).isPresent(), path, "a time such as 2026-05-13T04:42:34Z", text);
            case BINARY -> require(BASE64.matcher(text).matches(), path, "Base64", text);
            default -> {
                // Lower case can be longer: "İ" becomes two characters.
                if (text.length() > MAX_INDEXED_LENGTH / 3
                        && INDEXED.contains(path.notation())
                        && Math.max(text.length(), definition.comparable(text).length()) > MAX_INDEXED_LENGTH) {
                    throw ScimException.invalidValue("\"" + path + "\" is longer than " + MAX_INDEXED_LENGTH
                            + " characters: " + Excerpt.of(text) + ". Shorten it.");
                }
            }
        }
    }

    private static void require(boolean isRight, AttributePath path, String wanted, CharSequence found) {
        if (!isRight) {
            throw ScimException.invalidValue(
                    "\"" + path + "\" must be " + wanted + ", but it is " + Excerpt.of(found) + ".");
        }
    }

    private static void require(boolean isRight, AttributePath path, String wanted, JsonValue found) {
        if (!isRight) {
            throw wrongType(path, wanted, found);
        }
    }

    private static ScimException wrongType(AttributePath path, String wanted, JsonValue found) {
        var shown = path.leaf().mutability() == AttributeDefinition.Mutability.WRITEONLY
                ? "something else"
                : Excerpt.of(found.toString());
        return ScimException.invalidValue("\"" + path + "\" must be " + wanted + ", but it is " + shown + ".");
    }
}
