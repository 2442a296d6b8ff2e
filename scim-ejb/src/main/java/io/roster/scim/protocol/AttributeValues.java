package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.Numbers;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Checks values against their definitions (RFC 7643 section 2.3) and brings them into canonical form: names in the
 * schema's case, readOnly sub-attributes dropped, and null, "", [] and {} dropped, which all mean "no value" (section 2.5
 * and Okta's habit). Canonical values are suggestions unless the attribute is closed.
 */
public final class AttributeValues {

    /** Longest value of the attributes that are looked up, in UTF-16 units of the value and of its lower case. */
    public static final int MAX_INDEXED_LENGTH = 255;

    private static final Set<String> INDEXED = Set.of("userName", "externalId", "displayName", "emails.value");
    private static final String CERTIFICATES = "x509Certificates.value";

    private AttributeValues() {}

    /**
     * The canonical value of an attribute; an array when it is multi-valued.
     *
     * @param place where the value stands in the request
     * @return null when there is no value
     * @throws ScimException 400 invalidValue for a wrong type, invalidSyntax for an unknown sub-attribute
     */
    public static JsonValue canonical(AttributePath path, JsonValue value, Place place) {
        if (!path.leaf().multiValued()) {
            return single(path, value, place);
        }
        if (isEmpty(value)) {
            return null;
        }
        if (!(value instanceof JsonArray array)) {
            throw wrongType(path, "a list, in square brackets", value, place);
        }
        var values = new ValueList(path.leaf());
        var primary = -1;
        for (var i = 0; i < array.size(); i++) {
            var one = single(path, array.get(i), place.element(i));
            if (one == null) {
                continue;
            }
            var position = values.add(one);
            if (ValueList.isPrimary(one)) {
                if (primary >= 0 && primary != position) {
                    throw secondPrimary(path, place.element(i));
                }
                primary = position;
            }
        }
        ValueList.requireFew(path, values.values().size(), place);
        return values.toJson();
    }

    /** The same for one value of the attribute, whether or not it is multi-valued. */
    public static JsonValue single(AttributePath path, JsonValue value, Place place) {
        if (isEmpty(value)) {
            return null;
        }
        if (value instanceof JsonArray) {
            throw wrongType(path, "one value and no list", value, place);
        }
        switch (path.leaf().type()) {
            case COMPLEX:
                return complex(path, value, place);
            case BOOLEAN:
                require(value == JsonValue.TRUE || value == JsonValue.FALSE, path, "true or false", value, place);
                break;
            case INTEGER:
                require(
                        value instanceof JsonNumber number && number.isIntegral(),
                        path,
                        "a whole number",
                        value,
                        place);
                requireKept(path, (JsonNumber) value, place);
                break;
            case DECIMAL:
                require(value instanceof JsonNumber, path, "a number", value, place);
                requireKept(path, (JsonNumber) value, place);
                break;
            default:
                require(value instanceof JsonString, path, "text, in double quotes", value, place);
                text(path, (JsonString) value, place);
        }
        if (path.leaf().closed()) {
            CanonicalValues.require(path, (JsonString) value, place);
        }
        return value;
    }

    /** Whether the value means "no value". */
    public static boolean isEmpty(JsonValue value) {
        return value == null
                || value == JsonValue.NULL
                || value instanceof JsonString text && text.getString().isEmpty()
                || value instanceof JsonArray array && array.isEmpty()
                || value instanceof JsonObject object && object.isEmpty();
    }

    private static JsonObject complex(AttributePath path, JsonValue value, Place place) {
        require(value instanceof JsonObject, path, "an object of sub-attributes, in braces", value, place);
        var canonical = new LinkedHashMap<String, JsonValue>();
        value.asJsonObject().forEach((name, inner) -> {
            var inside = place.member(name);
            var sub = path.attribute()
                    .subAttribute(name)
                    .orElseThrow(() -> unknown(path.notation() + "." + name, inside));
            if (!sub.isReadOnly()) {
                put(canonical, sub, canonical(path.with(sub), inner, inside), inside);
            }
        });
        canonical.values().removeIf(inner -> inner == null);
        for (var sub : path.attribute().subAttributes()) {
            if (sub.required() && !canonical.containsKey(sub.name())) {
                throw ScimException.invalidValue(place.member(sub.name()).of(path.with(sub))
                        + " is missing. Each value of \"" + path + "\" needs it.");
            }
        }
        return canonical.isEmpty() ? null : JsonObjects.of(canonical);
    }

    /** Puts a value, null included; a name that comes twice, in different case, is refused. */
    static void put(Map<String, JsonValue> target, AttributeDefinition definition, JsonValue value, Place place) {
        if (target.containsKey(definition.name())) {
            throw ScimException.invalidSyntax(
                    place.of(definition.name()) + " is there twice, in different upper and lower case. Send it once.");
        }
        target.put(definition.name(), value);
    }

    static ScimException unknown(String notation, Place place) {
        return ScimException.invalidSyntax(place.of(Excerpt.of(notation))
                + " is not an attribute that Roster knows. Remove it, or correct the attribute mapping; /Schemas lists "
                + "the attributes there are.");
    }

    private static void text(AttributePath path, JsonString value, Place place) {
        var definition = path.leaf();
        var text = value.getString();
        switch (definition.type()) {
            case DATETIME ->
                require(
                        ValueFormats.isDateTime(text),
                        path,
                        "a date with a time, such as 2026-05-13T04:42:34Z",
                        value,
                        place);
            case REFERENCE -> require(ValueFormats.isReference(text), path, "a URI without blanks", value, place);
            case BINARY -> {
                require(ValueFormats.isBinary(text), path, "Base64", value, place);
                require(
                        !path.notation().equals(CERTIFICATES) || ValueFormats.isCertificate(text),
                        path,
                        "one X.509 certificate, DER encoded and then Base64",
                        value,
                        place);
            }
            default -> requireIndexable(path, text, place);
        }
    }

    private static void requireIndexable(AttributePath path, String text, Place place) {
        // Lower case can be longer: "İ" becomes two characters.
        if (text.length() > MAX_INDEXED_LENGTH / 3
                && INDEXED.contains(path.notation())
                && Math.max(text.length(), path.leaf().comparable(text).length()) > MAX_INDEXED_LENGTH) {
            throw ScimException.invalidValue(place.of(path) + " is longer than " + MAX_INDEXED_LENGTH + " characters: "
                    + Excerpt.of(text) + ". Shorten it.");
        }
    }

    private static void requireKept(AttributePath path, JsonNumber number, Place place) {
        var isKept = Numbers.kept(number.bigDecimalValue()).isPresent();
        var wanted = "a number of at most " + Numbers.WHOLE_DIGITS + " digits before the point and "
                + Numbers.FRACTION_DIGITS + " behind it";
        require(isKept, path, wanted, number, place);
    }

    private static void require(boolean isRight, AttributePath path, String wanted, JsonValue found, Place place) {
        if (!isRight) {
            throw wrongType(path, wanted, found, place);
        }
    }

    private static ScimException wrongType(AttributePath path, String wanted, JsonValue found, Place place) {
        var shown = path.leaf().mutability() == AttributeDefinition.Mutability.WRITEONLY
                ? "something else"
                : Excerpt.of(found.toString());
        return ScimException.invalidValue(place.of(path) + " must be " + wanted + ", but it is " + shown + ".");
    }

    private static ScimException secondPrimary(AttributePath path, Place place) {
        var primary = path.attribute().subAttribute("primary").orElseThrow();
        return ScimException.invalidValue(place.member(primary.name()).of(path.with(primary))
                + " is the second value of \"" + path + "\" that is marked as primary. Mark one of them only.");
    }
}
