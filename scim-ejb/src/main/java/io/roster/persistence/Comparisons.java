package io.roster.persistence;

import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Operator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One comparison of a column, as SQL. There is no LIKE, so nothing needs to be escaped. */
final class Comparisons {

    private Comparisons() {}

    /** Whether {@link #sql} can say the comparison at all. */
    static boolean isPossible(Comparison comparison) {
        if (comparison.operator() != Operator.STARTS_WITH || ((String) comparison.value()).isEmpty()) {
            return true;
        }
        // Before a surrogate and at the end of all characters there is no next one that both databases sort next.
        String prefix = (String) comparison.value();
        char last = prefix.charAt(prefix.length() - 1);
        return last < Character.MIN_SURROGATE - 1 || (last > Character.MAX_SURROGATE && last < Character.MAX_VALUE);
    }

    /** Whether {@link #sql} selects just what the comparison matches, and not more. */
    static boolean isExact(Comparison comparison) {
        // Databases count characters differently, so what stands at the very end is left to the documents.
        return comparison.operator() != Operator.ENDS_WITH;
    }

    static String sql(String path, Comparison comparison, List<Object> parameters) {
        Object value = comparison.value();
        if (value instanceof Instant instant) {
            Instant stored = instant.truncatedTo(ChronoUnit.MILLIS);
            if (!stored.equals(instant)) {
                return betweenMillis(path, comparison.operator(), stored, parameters);
            }
        }
        return switch (comparison.operator()) {
            case EQUAL -> path + " = " + parameter(value, parameters);
            case GREATER -> path + " > " + parameter(value, parameters);
            case GREATER_OR_EQUAL -> path + " >= " + parameter(value, parameters);
            case LESS -> path + " < " + parameter(value, parameters);
            case LESS_OR_EQUAL -> path + " <= " + parameter(value, parameters);
            case CONTAINS, ENDS_WITH -> "{fn locate(" + parameter(value, parameters) + ", " + path + ")} > 0";
            case STARTS_WITH -> startsWith(path, (String) value, parameters);
        };
    }

    /** Columns hold whole milliseconds, so an instant between two of them equals none. */
    private static String betweenMillis(String path, Operator operator, Instant before, List<Object> parameters) {
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> path + " > " + parameter(before, parameters);
            case LESS, LESS_OR_EQUAL -> path + " <= " + parameter(before, parameters);
            default -> path + " <> " + path;
        };
    }

    // A range, because an index serves it.
    private static String startsWith(String path, String prefix, List<Object> parameters) {
        if (prefix.isEmpty()) {
            return path + " = " + path;
        }
        int last = prefix.length() - 1;
        String afterAll = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
        return "(" + path + " >= " + parameter(prefix, parameters) + " and " + path + " < "
                + parameter(afterAll, parameters) + ")";
    }

    private static String parameter(Object value, List<Object> parameters) {
        parameters.add(value instanceof Instant instant ? instant.toEpochMilli() : value);
        return "?";
    }
}
