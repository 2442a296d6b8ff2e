package io.roster.persistence;

import java.util.List;

/**
 * What the database is asked of a filter.
 *
 * @param sql a condition over the alias {@code r}; {@code null} for no condition
 * @param parameters in the order of its question marks
 * @param exact whether it selects just what the filter matches; else it selects more, and the documents must be matched
 */
record Condition(String sql, List<Object> parameters, boolean exact) {

    static final Condition NONE = new Condition(null, List.of(), true);

    String where() {
        return sql == null ? "" : " where " + sql;
    }

    String whereAnd(String further) {
        return sql == null ? " where " + further : " where (" + sql + ") and " + further;
    }
}
