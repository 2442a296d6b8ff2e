package io.roster.scim.filter;

import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.DateTimes;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The value of a comparison in the type of its attribute (RFC 7644 table 3, RFC 7643 section 2.3). */
final class ComparisonValue {

    private static final Set<Operator> TEXT = EnumSet.of(Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH);

    private ComparisonValue() {}

    static Object of(AttributePath path, Operator operator, JsonValue literal) {
        requireSuitable(path, operator);
        var definition = path.leaf();
        switch (definition.type()) {
            case BOOLEAN:
                if (literal == JsonValue.TRUE || literal == JsonValue.FALSE) {
                    return literal == JsonValue.TRUE;
                }
                throw wrongLiteral(path, "true or false without quotes", literal);
            case INTEGER, DECIMAL:
                if (literal instanceof JsonNumber number) {
                    return number.bigDecimalValue();
                }
                throw wrongLiteral(path, "a number without quotes", literal);
            case DATETIME:
                if (literal instanceof JsonString text) {
                    return DateTimes.parse(text.getString())
                            .orElseThrow(() -> wrongLiteral(path, "a time such as \"2026-05-13T04:42:34Z\"", literal));
                }
                throw wrongLiteral(path, "a time such as \"2026-05-13T04:42:34Z\"", literal);
            default:
                if (literal instanceof JsonString text) {
                    return definition.comparable(text.getString());
                }
                throw wrongLiteral(path, "text in double quotes", literal);
        }
    }

    private static void requireSuitable(AttributePath path, Operator operator) {
        var type = path.leaf().type();
        var isText = TEXT.contains(operator);
        if (isText && type != Type.STRING && type != Type.REFERENCE) {
            throw unsuitable(path, "co, sw and ew compare text only");
        }
        if (!isText && operator != Operator.EQUAL && (type == Type.BOOLEAN || type == Type.BINARY)) {
            throw unsuitable(path, "gt, ge, lt and le compare what has an order");
        }
    }

    private static RuntimeException unsuitable(AttributePath path, String rule) {
        return FilterBinder.invalid(
                "\"" + path + "\" is of type " + path.leaf().type().name().toLowerCase(Locale.ROOT) + ", and " + rule);
    }

    private static RuntimeException wrongLiteral(AttributePath path, String wanted, JsonValue literal) {
        return FilterBinder.invalid("\"" + path + "\" must be compared with " + wanted + ", but it is with "
                + Excerpt.of(literal.toString()));
    }
}
