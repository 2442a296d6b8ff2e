package io.roster.persistence;

import java.util.Map;

/**
 * What the database is asked of a filter.
 *
 * @param jpql a conditional expression over the alias {@code r}; {@code null} for no condition
 * @param parameters the values of its named parameters
 * @param exact whether it selects just what the filter matches; else it selects more, and the documents must be matched
 */
record Condition(String jpql, Map<String, Object> parameters, boolean exact) {

    static final Condition NONE = new Condition(null, Map.of(), true);

    String where() {
        return jpql == null ? "" : " where " + jpql;
    }

    String whereAnd(String further) {
        return jpql == null ? " where " + further : " where (" + jpql + ") and " + further;
    }
}
