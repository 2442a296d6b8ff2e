package io.roster.scim.protocol;

import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The query parameters of a list (RFC 7644 section 3.4.2, RFC 9865 section 2), read and bounded. Others are tolerated.
 *
 * @param startIndex position of the first resource wanted, from 1
 * @param count largest number of resources wanted, 0 to {@value #MAX_COUNT}; 0 asks for the total alone
 * @param filter the filter as it was sent, null when there is none
 * @param attributes value of the parameter of that name, null when there is none
 * @param excludedAttributes value of the parameter of that name, null when there is none
 * @param sortBy the attribute to sort by, null when there is none
 * @param sortOrder value of the parameter of that name, null when there is none
 * @param cursor the cursor as it was sent, empty for the first page; null when pages are asked for by startIndex
 */
public record SearchRequest(
        int startIndex,
        int count,
        String filter,
        String attributes,
        String excludedAttributes,
        String sortBy,
        String sortOrder,
        String cursor) {

    /** The schema of a query that is sent as a body (RFC 7644 section 3.4.3). */
    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /** Resources on a page when the client names no count. */
    public static final int DEFAULT_COUNT = 100;

    /** Most resources on a page; a larger count is answered with a shorter page (RFC 7644 section 3.4.2.4). */
    public static final int MAX_COUNT = 1000;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");
    private static final Set<String> NAMES = Set.of(
            "startIndex", "count", "filter", "attributes", "excludedAttributes", "sortBy", "sortOrder", "cursor");

    /**
     * Reads the parameters.
     *
     * @param parameters values by name, as a query string or {@code MultivaluedMap} has them
     * @throws ScimException 400 invalidValue when a number is none, a parameter comes twice with different values, or
     *     attributes and excludedAttributes, or startIndex and cursor, come together
     */
    public static SearchRequest parse(Map<String, List<String>> parameters) {
        var attributes = single(parameters, "attributes").orElse(null);
        var excluded = single(parameters, "excludedAttributes").orElse(null);
        AttributeProjection.requireOne(attributes, excluded);
        var cursor = single(parameters, "cursor").map(String::strip).orElse(null);
        if (cursor != null && single(parameters, "startIndex").isPresent()) {
            throw ScimException.invalidValue(
                    "startIndex and cursor are two ways to ask for a page. Send only one of them.");
        }
        return new SearchRequest(
                Math.max(1, number(parameters, "startIndex", 1)),
                Math.min(MAX_COUNT, Math.max(0, number(parameters, "count", DEFAULT_COUNT))),
                single(parameters, "filter").orElse(null),
                attributes,
                excluded,
                given(parameters, "sortBy"),
                given(parameters, "sortOrder"),
                cursor);
    }

    /**
     * Reads a query that was sent as a body. Names are read without case, and what is null or unknown is passed over.
     *
     * @throws ScimException 400 invalidSyntax when the body is no SearchRequest message, else as {@link #parse(Map)}
     */
    public static SearchRequest parse(JsonObject body) {
        var parameters = new HashMap<String, List<String>>();
        var isSearch = false;
        for (var member : body.entrySet()) {
            var value = member.getValue();
            if (member.getKey().equalsIgnoreCase("schemas")) {
                isSearch = value instanceof JsonArray urns
                        && urns.stream().anyMatch(urn -> text("schemas", urn).equalsIgnoreCase(URN));
            } else if (value != JsonValue.NULL) {
                NAMES.stream()
                        .filter(name -> name.equalsIgnoreCase(member.getKey()))
                        .forEach(name -> parameters
                                .computeIfAbsent(name, absent -> new ArrayList<>())
                                .add(parameter(name, value)));
            }
        }
        if (!isSearch) {
            throw ScimException.invalidSyntax("The body of a search needs \"schemas\": [\"" + URN + "\"].");
        }
        return parse(parameters);
    }

    /** Whether the answer is asked to bear other attributes than by default. */
    public boolean projects() {
        return isGiven(attributes) || isGiven(excludedAttributes);
    }

    /** Whether answers bear an attribute; what they do not bear need not be loaded. */
    public boolean wants(ResourceType type, String attribute) {
        return !projects() || projection(type).includes(attribute);
    }

    /** The projection that the attribute parameters ask for. */
    public AttributeProjection projection(ResourceType type) {
        return AttributeProjection.of(type, attributes, excludedAttributes);
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }

    private static String given(Map<String, List<String>> parameters, String name) {
        return single(parameters, name).filter(SearchRequest::isGiven).orElse(null);
    }

    private static String parameter(String name, JsonValue value) {
        return value instanceof JsonArray names && name.toLowerCase(Locale.ROOT).endsWith("attributes")
                ? names.stream().map(each -> text(name, each)).collect(Collectors.joining(","))
                : text(name, value);
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        } else if (value instanceof JsonNumber number) {
            return number.toString();
        }
        throw ScimException.invalidValue(
                "\"" + name + "\" of a search must be text or a number, or a list of texts where it"
                        + " names attributes, but it is " + Excerpt.of(value.toString()) + ".");
    }

    private static int number(Map<String, List<String>> parameters, String name, int absent) {
        var text = single(parameters, name).map(String::strip).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return absent;
        }
        if (!INTEGER.matcher(text.get()).matches()) {
            throw ScimException.invalidValue(
                    "\"" + name + "\" must be a whole number, but it is \"" + Excerpt.of(text.get()) + "\".");
        }
        // Beyond an int there is no page anyway: a huge startIndex answers an empty page, a huge count the largest one.
        var clamped = new BigInteger(text.get())
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.valueOf(Integer.MIN_VALUE));
        return clamped.intValue();
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.stream().distinct().count() > 1) {
            throw ScimException.invalidValue(
                    "\"" + name + "\" is there more than once with different values. Send it once.");
        }
        return values.stream().findFirst();
    }
}
