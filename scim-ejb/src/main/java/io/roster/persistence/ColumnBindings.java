package io.roster.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which attributes of a resource type are columns or rows, and so can be filtered by the database. An attribute that is
 * bound to nothing is still filtered rightly, by matching documents.
 */
public final class ColumnBindings {

    private final String table;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Rows> rows = new HashMap<>();

    /**
     * A column.
     *
     * @param path its name, with the alias
     * @param nullable whether it may hold null
     */
    record Column(String path, boolean nullable) {}

    /**
     * Rows of a multi-valued attribute.
     *
     * @param subquery SQL that selects the ids of the resources, ending in its {@code where} and a condition
     * @param columns the columns of a row by sub-attribute
     */
    record Rows(String subquery, Map<String, Column> columns) {}

    /**
     * Bindings of a table that has the columns {@code id}, {@code version}, {@code document}, {@code created_at} and
     * {@code modified_at}.
     *
     * @param table its name; its alias in every path is {@code r}
     */
    public ColumnBindings(String table) {
        this.table = table;
        column("id", "r.id", false);
        column("meta.created", "r.created_at", false);
        column("meta.lastModified", "r.modified_at", false);
    }

    /**
     * Binds a single-valued attribute.
     *
     * @param notation its canonical notation, such as {@code userName}
     * @param path SQL, such as {@code r.user_name_key}; it holds what {@code AttributeDefinition.comparable} gives
     * @param nullable whether it is null where the attribute is absent
     * @return this
     */
    public ColumnBindings column(String notation, String path, boolean nullable) {
        columns.put(notation, new Column(path, nullable));
        return this;
    }

    /**
     * Binds a multi-valued attribute to rows, one a value.
     *
     * @param attribute its name
     * @param subquery SQL that selects resource ids, ending in {@code where} and a condition, such as
     *     {@code select v.person_id from person_value v where v.attribute = 'emails'}
     * @param bySubAttribute nullable paths of the rows' columns by sub-attribute
     * @return this
     */
    public ColumnBindings rows(String attribute, String subquery, Map<String, String> bySubAttribute) {
        Map<String, Column> bound = new HashMap<>();
        bySubAttribute.forEach((name, path) -> bound.put(name, new Column(path, true)));
        rows.put(attribute, new Rows(subquery, bound));
        return this;
    }

    String table() {
        return table;
    }

    Optional<Column> column(String notation) {
        return Optional.ofNullable(columns.get(notation));
    }

    Optional<Rows> rows(String attribute) {
        return Optional.ofNullable(rows.get(attribute));
    }
}
