package io.roster.persistence;

import io.roster.persistence.ColumnBindings.Column;
import io.roster.persistence.ColumnBindings.Form;
import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.schema.DateTimes;
import io.roster.scim.schema.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One comparison of a column, as SQL. There is no LIKE, so nothing needs to be escaped. */
final class Comparisons {

    private static final String NEVER = "1 = 0";

    private Comparisons() {}

    /** The comparison of a column; false, and never unknown, where the column is null. */
    static Condition of(Column column, Comparison comparison) {
        Object value = comparison.value();
        Condition condition;
        if (value instanceof String text) {
            condition = ofText(column, comparison.operator(), Keys.of(text), Keys.mayBeShortened(Keys.of(text)));
        } else if (value instanceof Instant instant) {
            condition = column.form() == Form.COLUMN
                    ? ofMillis(column.path(), comparison.operator(), instant)
                    : ofOrdered(column.path(), comparison.operator(), DateTimes.seconds(instant));
        } else if (value instanceof BigDecimal number) {
            condition = ofNumber(column.path(), comparison.operator(), number);
        } else {
            Object stored = column.form() == Form.COLUMN ? value : value.toString();
            condition = ofOrdered(column.path(), Operator.EQUAL, stored);
        }
        return column.nullable()
                ? Condition.of(
                        "(" + column.path() + " is not null and " + condition.sql() + ")",
                        condition.parameters(),
                        condition.exact())
                : condition;
    }

    private static Condition ofText(Column column, Operator operator, String key, boolean shortened) {
        String path = column.path();
        // Of values that are as long as keys can be, the documents know the end.
        String longValues = "length(" + path + ") > " + Keys.longestWhole();
        return switch (operator) {
            case CONTAINS -> {
                String found = "{fn locate(?, " + path + ")} > 0";
                boolean exact = column.whole() && !shortened && !Keys.mayHideInEscape(key);
                yield column.whole() && !shortened
                        ? Condition.of(found, List.of(key), exact)
                        : Condition.of("(" + found + " or " + longValues + ")", List.of(key), false);
            }
            case ENDS_WITH -> endsWith(column, key, shortened, longValues);
            case STARTS_WITH -> shortened ? ofOrdered(path, Operator.EQUAL, key).inexact() : startsWith(path, key);
            case GREATER, LESS ->
                shortened ? ofOrdered(path, orEqual(operator), key).inexact() : ofOrdered(path, operator, key);
            default -> shortened ? ofOrdered(path, operator, key).inexact() : ofOrdered(path, operator, key);
        };
    }

    private static Operator orEqual(Operator operator) {
        return operator == Operator.GREATER ? Operator.GREATER_OR_EQUAL : Operator.LESS_OR_EQUAL;
    }

    private static Condition endsWith(Column column, String key, boolean shortened, String longValues) {
        if (shortened) {
            return Condition.of(longValues, List.of(), false);
        }
        String path = column.path();
        int length = key.length();
        if (length == 0) {
            return Condition.of(path + " = " + path, List.of(), true);
        }
        // CASE, because AND does not promise to look at the length first, and Derby refuses a start before the text.
        String ends = "case when length(" + path + ") >= " + length + " then substr(" + path + ", length(" + path
                + ") - " + (length - 1) + ") else '' end = ?";
        return column.whole()
                ? Condition.of(ends, List.of(key), !Keys.mayHideInEscape(key))
                : Condition.of("(" + ends + " or " + longValues + ")", List.of(key), false);
    }

    // A range, because an index serves it. All characters of a key have a next one (see Keys).
    private static Condition startsWith(String path, String prefix) {
        if (prefix.isEmpty()) {
            return Condition.of(path + " = " + path, List.of(), true);
        }
        int last = prefix.length() - 1;
        String afterAll = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
        return Condition.of("(" + path + " >= ? and " + path + " < ?)", List.of(prefix, afterAll), true);
    }

    /** Columns hold whole milliseconds, so an instant between two of them equals none. */
    private static Condition ofMillis(String path, Operator operator, Instant instant) {
        Instant stored = instant.truncatedTo(ChronoUnit.MILLIS);
        long millis = stored.toEpochMilli();
        if (stored.equals(instant)) {
            return ofOrdered(path, operator, millis);
        }
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> ofOrdered(path, Operator.GREATER, millis);
            case LESS, LESS_OR_EQUAL -> ofOrdered(path, Operator.LESS_OR_EQUAL, millis);
            default -> Condition.of(NEVER, List.of(), true);
        };
    }

    /** A number with more digits than are kept equals none, and lies beyond all, or between two. */
    private static Condition ofNumber(String path, Operator operator, BigDecimal number) {
        return Numbers.kept(number).map(kept -> ofOrdered(path, operator, kept)).orElseGet(() -> {
            if (operator == Operator.EQUAL) {
                return Condition.of(NEVER, List.of(), true);
            }
            boolean greater = operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL;
            return Numbers.below(number)
                    .map(below -> ofOrdered(path, greater ? Operator.GREATER : Operator.LESS_OR_EQUAL, below))
                    .orElseGet(() -> Condition.constant(greater == number.signum() < 0));
        });
    }

    private static Condition ofOrdered(String path, Operator operator, Object value) {
        String sign =
                switch (operator) {
                    case GREATER -> " > ?";
                    case GREATER_OR_EQUAL -> " >= ?";
                    case LESS -> " < ?";
                    case LESS_OR_EQUAL -> " <= ?";
                    default -> " = ?";
                };
        return Condition.of(path + sign, List.of(value), true);
    }
}
