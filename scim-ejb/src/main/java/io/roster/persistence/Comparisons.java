package io.roster.persistence;

import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Operator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One comparison of a column, as JPQL. */
final class Comparisons {

    private static final String NEVER = "1 = 0";
    private static final char ESCAPE = '!';

    private Comparisons() {}

    static String jpql(String path, Comparison comparison, Map<String, Object> parameters) {
        Object value = comparison.value();
        Operator operator = comparison.operator();
        if (value instanceof Instant instant) {
            Instant stored = instant.truncatedTo(ChronoUnit.MILLIS);
            if (!stored.equals(instant)) {
                return betweenMillis(path, operator, stored, parameters);
            }
        }
        // No stored text has a NUL, and PostgreSQL refuses to be asked for one.
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            return NEVER;
        }
        return switch (operator) {
            case EQUAL -> path + " = " + parameter(value, parameters);
            case GREATER -> path + " > " + parameter(value, parameters);
            case GREATER_OR_EQUAL -> path + " >= " + parameter(value, parameters);
            case LESS -> path + " < " + parameter(value, parameters);
            case LESS_OR_EQUAL -> path + " <= " + parameter(value, parameters);
            case CONTAINS -> like(path, "%" + escaped(value) + "%", parameters);
            case ENDS_WITH -> like(path, "%" + escaped(value), parameters);
            // The range lets an index find what LIKE then confirms.
            case STARTS_WITH ->
                "(" + path + " >= " + parameter(value, parameters) + " and "
                        + like(path, escaped(value) + "%", parameters) + ")";
        };
    }

    /** Columns hold whole milliseconds, so an instant between two of them equals none. */
    private static String betweenMillis(
            String path, Operator operator, Instant before, Map<String, Object> parameters) {
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> path + " > " + parameter(before, parameters);
            case LESS, LESS_OR_EQUAL -> path + " <= " + parameter(before, parameters);
            default -> NEVER;
        };
    }

    private static String parameter(Object value, Map<String, Object> parameters) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String like(String path, String pattern, Map<String, Object> parameters) {
        return path + " like " + parameter(pattern, parameters) + " escape '" + ESCAPE + "'";
    }

    private static String escaped(Object value) {
        return ((String) value).replaceAll("[!%_]", ESCAPE + "$0");
    }
}
