package io.roster.persistence;

import io.roster.scim.schema.AttributePath;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Finds resources by many values of one attribute, with one statement and by its index. */
public final class ValueLookup {

    private final DataSource dataSource;
    private final ColumnBindings bindings;

    /**
     * A look-up among resources of one kind.
     *
     * @param dataSource where to read
     * @param bindings where the attributes stand
     */
    public ValueLookup(DataSource dataSource, ColumnBindings bindings) {
        this.dataSource = dataSource;
        this.bindings = bindings;
    }

    /**
     * The key under which a text is found; texts that are equal where case does not count may share one.
     *
     * @param path of an attribute of text; of a multi-valued one either itself or its {@code value}
     * @param text the value
     * @return the key
     */
    public static String key(AttributePath path, String text) {
        return Keys.of(definition(path).leaf().comparable(text));
    }

    /**
     * Who has one of these keys. Which of them have a value with just that text, and not one that only shares its key, their
     * documents say.
     *
     * @param path as above
     * @param keys at least one
     * @param most how many ids to return for one key at most
     * @return ids by key; nothing for keys of nobody
     * @throws PersistenceException when the database fails
     */
    public Map<String, List<String>> ids(AttributePath path, Collection<String> keys, int most) {
        Set<String> asked = new LinkedHashSet<>(keys);
        List<Object> parameters = new ArrayList<>(asked);
        Map<String, List<String>> found = new HashMap<>();
        new Sql(select(path) + " in " + Sql.places(asked.size()), parameters).list(dataSource, row -> {
            List<String> ids = found.computeIfAbsent(row.getString(1), key -> new ArrayList<>());
            return ids.size() < most && !ids.contains(row.getString(2)) && ids.add(row.getString(2));
        });
        return found;
    }

    // Names come from schemas, whose grammar has no quotes (RFC 7643 section 2.1).
    private String select(AttributePath path) {
        return bindings.column(path)
                .map(column ->
                        "select " + column.path() + ", r.id from " + bindings.table() + " r where " + column.path())
                .orElseGet(() -> "select v.value_key, v." + bindings.valueId() + " from " + bindings.valueTable()
                        + " v where v.attribute = '" + ValueRow.name(rowOf(path)) + "' and v.value_key");
    }

    // The value of a multi-valued attribute stands in the row of the attribute.
    private static AttributePath rowOf(AttributePath path) {
        boolean isValue = path.subAttribute() != null
                && path.attribute().multiValued()
                && path.subAttribute().name().equals("value");
        return isValue ? path.with(null) : path;
    }

    private static AttributePath definition(AttributePath path) {
        return path.leaf().isComplex()
                ? path.with(path.leaf().subAttribute("value").orElse(path.leaf()))
                : path;
    }
}
