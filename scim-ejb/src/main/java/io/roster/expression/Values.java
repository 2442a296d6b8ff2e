package io.roster.expression;

import io.roster.expression.ExpressionRefused.Reason;
import io.roster.scim.schema.CodePoints;
import io.roster.scim.schema.Numbers;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What operators do with values. No value is {@code null}, and as a text an empty one. */
final class Values {

    private Values() {}

    /** A value of a profile; of a number that is longer than Roster keeps its text, and nothing of an object. */
    static Object of(JsonValue json) {
        if (json instanceof JsonString text) {
            return text.getString();
        } else if (json instanceof JsonNumber number) {
            return Numbers.kept(number.bigDecimalValue()).isPresent()
                    ? number.bigDecimalValue()
                    : (Object) number.toString();
        } else if (json instanceof JsonArray array) {
            return array.stream().map(Values::of).filter(Objects::nonNull).toList();
        } else if (json == JsonValue.TRUE || json == JsonValue.FALSE) {
            return json == JsonValue.TRUE;
        }
        return null;
    }

    static boolean isEmpty(Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }

    static Object plus(Object left, Object right, int index) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.add(other);
        }
        String one = text("+", left, index);
        String other = text("+", right, index);
        if (one == null && other == null) {
            return null;
        }
        return bounded((one == null ? "" : one).concat(other == null ? "" : other), index);
    }

    static Object minus(Object left, Object right, int index) {
        return number("-", left, index).subtract(number("-", right, index));
    }

    static boolean equal(Object left, Object right) {
        return left instanceof BigDecimal one && right instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(left, right);
    }

    static int compare(Object left, Object right, int index) {
        return left instanceof String one && right instanceof String other
                ? CodePoints.compare(one, other)
                : number("< > <= >=", left, index).compareTo(number("< > <= >=", right, index));
    }

    /** Nothing does not hold. */
    static boolean holds(Object value, int index) {
        if (value != null && !(value instanceof Boolean)) {
            throw wrongType("AND, OR, ! and ?", "true or false", value, index);
        }
        return Boolean.TRUE.equals(value);
    }

    /** A value as text; {@code null} where there is none. */
    static String text(String wants, Object value, int index) {
        if (value instanceof List<?>) {
            throw wrongType(wants, "one value and no list", value, index);
        }
        return value == null || value instanceof String
                ? (String) value
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static BigDecimal number(String wants, Object value, int index) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw wrongType(wants, "a number", value, index);
    }

    static String bounded(String made, int index) {
        if (made.length() > Expression.MAX_RESULT) {
            throw tooLong(index);
        }
        return made;
    }

    static ExpressionRefused tooLong(int index) {
        return new ExpressionRefused(Reason.RESULT_TOO_LONG, index, Expression.MAX_RESULT);
    }

    static ExpressionRefused wrongType(String wants, String wanted, Object value, int index) {
        return new ExpressionRefused(
                Reason.WRONG_TYPE,
                index,
                wants,
                wanted,
                value instanceof String text ? '"' + text + '"' : value == null ? "empty" : value);
    }
}
