package io.roster.scim.protocol;

import io.roster.scim.schema.ResourceType;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The query parameters of a list (RFC 7644 section 3.4.2), read and bounded. Others, sortBy included, are tolerated.
 *
 * @param startIndex position of the first resource wanted, from 1
 * @param count largest number of resources wanted, 0 to {@value #MAX_COUNT}; 0 asks for the total alone
 * @param filter the filter as it was sent, null when there is none
 * @param attributes value of the parameter of that name, null when there is none
 * @param excludedAttributes value of the parameter of that name, null when there is none
 */
public record SearchRequest(int startIndex, int count, String filter, String attributes, String excludedAttributes) {

    /** Resources on a page when the client names no count. */
    public static final int DEFAULT_COUNT = 100;

    /** Most resources on a page; a larger count is answered with a shorter page (RFC 7644 section 3.4.2.4). */
    public static final int MAX_COUNT = 1000;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");

    /**
     * Reads the parameters.
     *
     * @param parameters values by name, as a query string or {@code MultivaluedMap} has them
     * @throws ScimException 400 invalidValue when a number is none, a parameter comes twice with different values, or
     *     attributes and excludedAttributes come together
     */
    public static SearchRequest parse(Map<String, List<String>> parameters) {
        var attributes = single(parameters, "attributes").orElse(null);
        var excluded = single(parameters, "excludedAttributes").orElse(null);
        AttributeProjection.requireOne(attributes, excluded);
        return new SearchRequest(
                Math.max(1, number(parameters, "startIndex", 1)),
                Math.min(MAX_COUNT, Math.max(0, number(parameters, "count", DEFAULT_COUNT))),
                single(parameters, "filter").orElse(null),
                attributes,
                excluded);
    }

    /** The projection that the attribute parameters ask for. */
    public AttributeProjection projection(ResourceType type) {
        return AttributeProjection.of(type, attributes, excludedAttributes);
    }

    private static int number(Map<String, List<String>> parameters, String name, int absent) {
        var text = single(parameters, name).map(String::strip).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return absent;
        }
        if (!INTEGER.matcher(text.get()).matches()) {
            throw ScimException.invalidValue("The query parameter " + name + " must be a whole number, but it is \""
                    + Excerpt.of(text.get()) + "\".");
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
                    "The query parameter " + name + " is there more than once with different values. Send it once.");
        }
        return values.stream().findFirst();
    }
}
