package io.roster.scim.filter;

import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.CodePoints;
import io.roster.scim.schema.DateTimes;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Predicate;

/** Evaluates a filter on a document whose attribute names are canonical. */
public final class JsonMatcher {

    private JsonMatcher() {}

    /** Whether a whole resource fulfils the filter. */
    public static boolean matches(BoundFilter filter, JsonObject resource) {
        return holds(filter, resource, false);
    }

    /** Whether one value of a complex attribute fulfils a filter that was bound for its brackets. */
    public static boolean matchesValue(BoundFilter valueFilter, JsonObject value) {
        return holds(valueFilter, value, true);
    }

    private static boolean holds(BoundFilter filter, JsonValue json, boolean isValue) {
        if (filter instanceof BoundFilter.And and) {
            return and.terms().stream().allMatch(term -> holds(term, json, isValue));
        } else if (filter instanceof BoundFilter.Or or) {
            return or.terms().stream().anyMatch(term -> holds(term, json, isValue));
        } else if (filter instanceof BoundFilter.Not not) {
            return !holds(not.filter(), json, isValue);
        } else if (filter instanceof BoundFilter.Nothing) {
            return false;
        } else if (filter instanceof BoundFilter.ValuePath path) {
            return any(attribute(path.attribute(), json.asJsonObject()), value -> holds(path.filter(), value, true));
        } else if (filter instanceof BoundFilter.Presence presence) {
            return anyLeaf(presence.attribute(), json, isValue, JsonMatcher::isPresent);
        }
        var comparison = (Comparison) filter;
        var definition = comparison.attribute().leaf();
        return anyLeaf(comparison.attribute(), json, isValue, value -> compare(comparison, definition, value));
    }

    private static boolean anyLeaf(
            AttributePath path, JsonValue json, boolean isValue, Predicate<JsonValue> predicate) {
        var sub = path.subAttribute();
        if (isValue) {
            return any(sub == null ? json : part(json, sub.name()), predicate);
        }
        var value = attribute(path, json.asJsonObject());
        return sub == null ? any(value, predicate) : any(value, v -> any(part(v, sub.name()), predicate));
    }

    private static JsonValue part(JsonValue value, String name) {
        return value instanceof JsonObject object ? object.get(name) : null;
    }

    /** The value of an attribute in a resource, all of its values where it has several; null where it has none. */
    static JsonValue attribute(AttributePath path, JsonObject resource) {
        if (path.extension() == null) {
            return resource.get(path.attribute().name());
        }
        return resource.get(path.extension()) instanceof JsonObject extension
                ? extension.get(path.attribute().name())
                : null;
    }

    private static boolean any(JsonValue value, Predicate<JsonValue> predicate) {
        if (value instanceof JsonArray array) {
            return array.stream().anyMatch(predicate);
        }
        return value != null && predicate.test(value);
    }

    private static boolean isPresent(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> false;
            case STRING -> !((JsonString) value).getString().isEmpty();
            case OBJECT -> value.asJsonObject().values().stream().anyMatch(JsonMatcher::isPresent);
            case ARRAY -> value.asJsonArray().stream().anyMatch(JsonMatcher::isPresent);
            default -> true;
        };
    }

    private static boolean compare(Comparison comparison, AttributeDefinition definition, JsonValue value) {
        var wanted = comparison.value();
        if (wanted instanceof String text) {
            return value instanceof JsonString string
                    && compareText(comparison.operator(), definition.comparable(string.getString()), text);
        } else if (wanted instanceof Boolean) {
            return value == (wanted.equals(true) ? JsonValue.TRUE : JsonValue.FALSE);
        } else if (wanted instanceof BigDecimal number) {
            return value instanceof JsonNumber json
                    && isOrdered(comparison.operator(), json.bigDecimalValue().compareTo(number));
        }
        return value instanceof JsonString string
                && DateTimes.parse(string.getString())
                        .filter(time -> isOrdered(comparison.operator(), time.compareTo((Instant) wanted)))
                        .isPresent();
    }

    private static boolean compareText(Operator operator, String value, String wanted) {
        return switch (operator) {
            case EQUAL -> value.equals(wanted);
            case CONTAINS -> value.contains(wanted);
            case STARTS_WITH -> value.startsWith(wanted);
            case ENDS_WITH -> value.endsWith(wanted);
            default -> isOrdered(operator, CodePoints.compare(value, wanted));
        };
    }

    private static boolean isOrdered(Operator operator, int order) {
        return switch (operator) {
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            default -> order == 0;
        };
    }
}
