package io.roster.persistence;

import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the attributes of a resource type stand in the database, so that it can filter and sort by them: in columns, in
 * rows of references, and all others in the rows of a {@link ValueTable}. What is bound to nothing is still filtered
 * rightly, by matching documents.
 */
public final class ColumnBindings {

    /** The sub-attribute by which rows of plain values know their one column. */
    static final String ITSELF = "";

    /** Common attributes (RFC 7643 section 3.1), which are columns or computed. */
    private static final Set<String> COMMON = Set.of("schemas", "id", "externalId", "meta");

    private final String table;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Rows> references = new HashMap<>();
    private final Map<String, Rows> displays = new HashMap<>();
    private String valueTable;
    private String valueId;

    /** How a column holds values that are no text. */
    enum Form {
        /** Booleans as such, times as milliseconds since 1970. */
        COLUMN,
        /** Booleans as text, times as seconds since 1970, as {@link ValueRow} has them. */
        ROW
    }

    /**
     * A column.
     *
     * @param path its name, with the alias
     * @param nullable whether it may hold null
     * @param whole whether a text in it is never shortened
     * @param form how it holds what is no text
     */
    record Column(String path, boolean nullable, boolean whole, Form form) {}

    /**
     * Rows of a multi-valued attribute.
     *
     * @param subquery SQL that selects the ids of the resources, ending in its {@code where} and a condition
     * @param columns the columns of a row by sub-attribute
     */
    record Rows(String subquery, Map<String, Column> columns) {

        /** The same selection with its ids called {@code id}. */
        static String idAs(String selection) {
            return selection.replaceFirst("^select (\\S+) from ", "select $1 as id from ");
        }
    }

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
     * Binds a single-valued attribute to a column.
     *
     * @param notation its canonical notation, such as {@code userName}
     * @param path SQL, such as {@code r.user_name_key}; a text in it is a whole {@link Keys key}, a time is in milliseconds
     * @param nullable whether it is null where the attribute is absent
     * @return this
     */
    public ColumnBindings column(String notation, String path, boolean nullable) {
        columns.put(notation, new Column(path, nullable, true, Form.COLUMN));
        return this;
    }

    /**
     * Binds a multi-valued attribute that is computed to rows of references, one a value.
     *
     * @param attribute its name
     * @param subquery SQL that selects resource ids, ending in {@code where} and a condition, such as
     *     {@code select m.group_id from membership m where 1 = 1}
     * @param bySubAttribute paths of the rows' columns by sub-attribute; none of them is ever null
     * @return this
     */
    public ColumnBindings references(String attribute, String subquery, Map<String, String> bySubAttribute) {
        references.put(attribute, rows(subquery, bySubAttribute));
        return this;
    }

    /**
     * Binds the sub-attribute {@code display} of references, which is read of what they refer to. The subquery is used by
     * filters that name it, and by no others, as it costs more.
     *
     * @param attribute its name, bound by {@link #references} already
     * @param subquery as there
     * @param bySubAttribute as there, with {@code display}
     * @return this
     */
    public ColumnBindings displays(String attribute, String subquery, Map<String, String> bySubAttribute) {
        displays.put(attribute, rows(subquery, bySubAttribute));
        return this;
    }

    private static Rows rows(String subquery, Map<String, String> bySubAttribute) {
        Map<String, Column> bound = new HashMap<>();
        bySubAttribute.forEach((name, path) -> bound.put(name, new Column(path, false, true, Form.COLUMN)));
        return new Rows(subquery, bound);
    }

    /**
     * Binds every other attribute of the stored documents to the rows of a {@link ValueTable}.
     *
     * @param name the table's name
     * @param id its column of resource ids
     * @return this
     */
    public ColumnBindings values(String name, String id) {
        valueTable = name;
        valueId = id;
        return this;
    }

    String table() {
        return table;
    }

    String valueTable() {
        return valueTable;
    }

    String valueId() {
        return valueId;
    }

    Optional<Column> column(AttributePath path) {
        return Optional.ofNullable(columns.get(path.notation()));
    }

    /** Whether an attribute is one of references, which documents do not hold. */
    boolean isReference(AttributePath path) {
        return path.extension() == null
                && references.containsKey(path.attribute().name());
    }

    /** Whether the values of an attribute have rows in the {@link ValueTable}. */
    boolean isInRows(AttributePath path) {
        String name = path.attribute().name();
        Mutability mutability = path.attribute().mutability();
        boolean computed = path.extension() == null && (COMMON.contains(name) || references.containsKey(name));
        return valueTable != null
                && !computed
                && !(mutability == Mutability.READONLY && path.extension() == null)
                && mutability != Mutability.WRITEONLY
                && !columns.containsKey(path.with(null).notation());
    }

    /**
     * The rows of the values of a multi-valued attribute.
     *
     * @param displayed whether the sub-attribute {@code display} of references is asked for
     */
    Optional<Rows> rows(AttributePath attribute, boolean displayed) {
        String name = attribute.attribute().name();
        if (isReference(attribute)) {
            Rows plain = references.get(name);
            return Optional.of(displayed ? displays.getOrDefault(name, plain) : plain);
        } else if (!isInRows(attribute)) {
            return Optional.empty();
        }
        Map<String, Column> bound = new HashMap<>();
        if (attribute.attribute().isComplex()) {
            attribute
                    .attribute()
                    .subAttribute("value")
                    .ifPresent(value -> bound.put("value", valueColumn(value.type())));
            bound.put("type", new Column("v.type_key", true, false, Form.ROW));
            bound.put("display", new Column("v.display_key", true, false, Form.ROW));
            bound.put("primary", new Column("v.is_primary", true, true, Form.COLUMN));
            bound.keySet()
                    .removeIf(sub -> attribute.attribute().subAttribute(sub).isEmpty());
        } else {
            bound.put(ITSELF, valueColumn(attribute.attribute().type()));
        }
        return Optional.of(new Rows(subquery(Stream.of(attribute.with(null))), bound));
    }

    /** The rows of a single value, or of a part of values that has rows of its own. */
    Optional<Rows> partRows(AttributePath leaf) {
        return isInRows(leaf)
                ? Optional.of(new Rows(
                        subquery(Stream.of(leaf)),
                        Map.of(ITSELF, valueColumn(leaf.leaf().type()))))
                : Optional.empty();
    }

    /** The rows of all parts of a single complex value. */
    Optional<Rows> allPartRows(AttributePath attribute) {
        return isInRows(attribute)
                ? Optional.of(new Rows(
                        subquery(attribute.attribute().subAttributes().stream().map(attribute::with)), Map.of()))
                : Optional.empty();
    }

    /**
     * Rows to sort by.
     *
     * @param table its name
     * @param id its column of resource ids
     * @param column its column of values
     * @param condition which of its rows, with the alias {@code s}
     */
    record SortRows(String table, String id, String column, String condition) {}

    /** The rows to sort by an attribute; empty for one that is computed. */
    Optional<SortRows> sortRows(AttributePath path) {
        if (!isInRows(path)) {
            return Optional.empty();
        }
        String sub = path.subAttribute() == null ? ITSELF : path.subAttribute().name();
        Optional<Rows> rows = path.attribute().multiValued() ? rows(path.with(null), false) : Optional.empty();
        Column inTheRow = rows.map(found -> found.columns().get(sub)).orElse(null);
        AttributePath named = inTheRow == null ? path : path.with(null);
        Column column = inTheRow == null ? valueColumn(path.leaf().type()) : inTheRow;
        String name = column.path().substring("v.".length());
        return Optional.of(new SortRows(
                valueTable,
                valueId,
                name,
                "s.attribute = '" + ValueRow.name(named) + "' and s.is_first = true and s." + name + " is not null"));
    }

    // Names come from schemas, whose grammar has no quotes (RFC 7643 section 2.1).
    private String subquery(Stream<AttributePath> paths) {
        String names = paths.map(path -> "'" + ValueRow.name(path) + "'").collect(Collectors.joining(", "));
        String selected = names.contains(",") ? " in (" + names + ")" : " = " + names;
        return "select v." + valueId + " from " + valueTable + " v where v.attribute" + selected;
    }

    private static Column valueColumn(Type type) {
        return new Column(ValueRow.isNumber(type) ? "v.number_value" : "v.value_key", true, false, Form.ROW);
    }
}
