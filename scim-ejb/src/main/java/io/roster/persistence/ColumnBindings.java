package io.roster.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which attributes of a resource type are columns or rows, and so can be filtered by the database. An attribute that is
 * bound to nothing is still filtered rightly, by matching documents.
 */
public final class ColumnBindings {

    private final String entity;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Rows> rows = new HashMap<>();

    /**
     * A column.
     *
     * @param path in JPQL, with its alias
     * @param nullable whether it may hold null
     */
    record Column(String path, boolean nullable) {}

    /**
     * Rows of a multi-valued attribute.
     *
     * @param subquery JPQL that selects the ids of the resources, ending in its {@code where} and a condition
     * @param columns the columns of a row by sub-attribute
     */
    record Rows(String subquery, Map<String, Column> columns) {}

    /**
     * Bindings of an entity that has the fields {@code id}, {@code version}, {@code document}, {@code created} and
     * {@code modified}.
     *
     * @param entity the entity's name; its alias in every path is {@code r}
     */
    public ColumnBindings(String entity) {
        this.entity = entity;
        column("id", "r.id", false);
        column("meta.created", "r.created", false);
        column("meta.lastModified", "r.modified", false);
    }

    /**
     * Binds a single-valued attribute.
     *
     * @param notation its canonical notation, such as {@code userName}
     * @param path JPQL, such as {@code r.userNameKey}; it holds what {@code AttributeDefinition.comparable} gives
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
     * @param subquery JPQL that selects resource ids, ending in {@code where} and a condition, such as
     *     {@code select v.personId from PersonValue v where v.attribute = 'emails'}
     * @param bySubAttribute nullable paths of the rows' columns by sub-attribute
     * @return this
     */
    public ColumnBindings rows(String attribute, String subquery, Map<String, String> bySubAttribute) {
        Map<String, Column> bound = new HashMap<>();
        bySubAttribute.forEach((name, path) -> bound.put(name, new Column(path, true)));
        rows.put(attribute, new Rows(subquery, bound));
        return this;
    }

    String entity() {
        return entity;
    }

    Optional<Column> column(String notation) {
        return Optional.ofNullable(columns.get(notation));
    }

    Optional<Rows> rows(String attribute) {
        return Optional.ofNullable(rows.get(attribute));
    }
}
