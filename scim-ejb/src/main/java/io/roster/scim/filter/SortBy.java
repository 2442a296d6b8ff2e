package io.roster.scim.filter;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.ValueList;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.CodePoints;
import io.roster.scim.schema.DateTimes;
import io.roster.scim.schema.Numbers;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order of a list (RFC 7644 section 3.4.2.3). Resources without a value come last, in descending order first; of
 * several values the primary one counts, or else the first; ties are broken by id, in descending order from the end, but
 * resources without a value always stand in the order of their ids.
 *
 * @param path the attribute, for a complex one its sub-attribute; null when the resource type has none of that name
 * @param descending whether the order is turned round
 */
public record SortBy(AttributePath path, boolean descending) {

    /**
     * Resolves the parameters of a query.
     *
     * @param sortBy attribute notation
     * @param sortOrder {@code ascending} or {@code descending}, in whatever case; null for ascending
     * @param type the resource type that is sorted
     * @throws ScimException 400 invalidValue for an attribute that cannot be sorted by, or another order
     */
    public static SortBy of(String sortBy, String sortOrder, ResourceType type) {
        var path = type.path(sortBy.strip())
                .filter(resolved -> !resolved.isExtension())
                .orElseThrow(() -> invalid(sortBy, "is no attribute of " + type.name() + " resources"));
        return new SortBy(sortable(path, sortBy), isDescending(sortOrder));
    }

    /**
     * The same for a query over several resource types: what this one does not have, its resources have no value of.
     *
     * @throws ScimException as {@link #of}, but for an attribute that the type does not have
     */
    public static SortBy ofAny(String sortBy, String sortOrder, ResourceType type) {
        return type.path(sortBy.strip()).isPresent()
                ? of(sortBy, sortOrder, type)
                : new SortBy(null, isDescending(sortOrder));
    }

    /** Orders whole resources, with their ids. */
    public Comparator<JsonObject> comparator() {
        Comparator<JsonObject> byKey =
                (one, other) -> compare(key(one).orElseThrow(), key(other).orElseThrow());
        var byId = Comparator.comparing((JsonObject resource) -> resource.getString("id"));
        var present = byKey.thenComparing(byId);
        var ordered = descending ? present.reversed() : present;
        return (one, other) -> {
            var isPresent = key(one).isPresent();
            if (isPresent != key(other).isPresent()) {
                return isPresent == descending ? 1 : -1;
            }
            return isPresent ? ordered.compare(one, other) : byId.compare(one, other);
        };
    }

    private Optional<Object> key(JsonObject resource) {
        if (path == null) {
            return Optional.empty();
        }
        var value = JsonMatcher.attribute(path, resource);
        if (value instanceof JsonArray array) {
            value = array.stream()
                    .filter(ValueList::isPrimary)
                    .findFirst()
                    .orElseGet(() -> array.isEmpty() ? null : array.get(0));
        }
        if (path.subAttribute() != null) {
            value = value instanceof JsonObject object
                    ? object.get(path.subAttribute().name())
                    : null;
        }
        return key(value);
    }

    private Optional<Object> key(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Numbers.kept(number.bigDecimalValue()).map(kept -> kept);
        } else if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return Optional.of(value.toString());
        } else if (!(value instanceof JsonString text) || text.getString().isEmpty()) {
            return Optional.empty();
        }
        var string = ((JsonString) value).getString();
        return path.leaf().type().isText()
                ? Optional.of(path.leaf().comparable(string))
                : DateTimes.parse(string).map(DateTimes::seconds);
    }

    private static int compare(Object one, Object other) {
        return one instanceof String text
                ? CodePoints.compare(text, (String) other)
                : ((BigDecimal) one).compareTo((BigDecimal) other);
    }

    private static AttributePath sortable(AttributePath path, String sortBy) {
        var leaf = path.leaf().isComplex()
                ? path.attribute()
                        .subAttribute("value")
                        .map(path::with)
                        .orElseThrow(() -> invalid(sortBy, "is complex; name one of its sub-attributes"))
                : path;
        if (leaf.leaf().returned() == Returned.NEVER) {
            throw invalid(sortBy, "is secret");
        }
        return leaf;
    }

    private static boolean isDescending(String sortOrder) {
        if (sortOrder == null || sortOrder.isBlank() || sortOrder.strip().equalsIgnoreCase("ascending")) {
            return false;
        }
        if (sortOrder.strip().equalsIgnoreCase("descending")) {
            return true;
        }
        throw ScimException.invalidValue(
                "\"sortOrder\" must be ascending or descending, but it is \"" + Excerpt.of(sortOrder) + "\".");
    }

    private static ScimException invalid(String sortBy, String reason) {
        return ScimException.invalidValue("The list cannot be sorted: \"" + Excerpt.of(sortBy) + "\" in \"sortBy\" "
                + reason + ". See /Schemas for the attributes there are.");
    }
}
