package io.roster.persistence;

import io.roster.persistence.ColumnBindings.Column;
import io.roster.scim.filter.SortBy;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of a list in SQL. A list falls into two parts, that of the resources with a value to sort by and that of those
 * without, because no index serves both at once.
 *
 * @param parts in their order, one or two
 * @param sorted whether an attribute is sorted by, even one of which no resource of the type has a value
 * @param descending whether resources without a value come first
 */
record Order(List<Part> parts, boolean sorted, boolean descending) {

    /** What is the same for all resources of a type, or for all but their id. */
    private static final Set<String> AS_ID = Set.of("meta.location", "meta.resourceType", "schemas");

    /**
     * A part of a list.
     *
     * @param rows SQL that joins the rows with the values to sort by, and names the alias {@code s}; empty for columns
     * @param key what is sorted by; {@code null} for the id alone
     * @param id the path of the id
     * @param condition which resources belong to the part; {@code null} for all
     * @param descending whether the order is turned round
     */
    record Part(String rows, String key, String id, String condition, boolean descending) {

        String orderBy() {
            String direction = descending ? " desc" : "";
            return " order by " + (key == null ? "" : key + direction + ", ") + id + direction;
        }

        /** What stands behind a position, or at it as well. */
        String after(boolean inclusive) {
            String beyond = (descending ? " < ?" : " > ?");
            String from = inclusive ? beyond.replace(" ?", "= ?") : beyond;
            if (key == null) {
                return id + from;
            }
            // The first comparison says nothing new, but an index can serve it.
            return "(" + key + beyond.replace(" ?", "= ?") + " and (" + key + beyond + " or " + id + from + "))";
        }
    }

    private static final List<Part> BY_ID = List.of(new Part("", null, "r.id", null, false));

    /**
     * Where a position lies, seen from a part.
     *
     * @return negative where it lies before the whole part, 0 within it, positive behind it
     */
    int compare(Position position, Part part) {
        int keyed = Boolean.compare(part.key() != null, position.key() != null);
        return descending ? -keyed : keyed;
    }

    /**
     * The order of a list.
     *
     * @param sortBy how to sort, or {@code null} for the order of the ids
     * @throws ScimException 400 invalidValue for an attribute that is computed
     */
    static Order of(SortBy sortBy, ColumnBindings bindings) {
        if (sortBy == null || sortBy.path() == null) {
            return new Order(BY_ID, sortBy != null, sortBy != null && sortBy.descending());
        }
        AttributePath path = sortBy.path();
        boolean descending = sortBy.descending();
        Optional<Column> column = AS_ID.contains(path.notation())
                ? Optional.of(new Column("r.id", false, true, null))
                : bindings.column(path);
        if (column.isPresent()) {
            String key = column.get().path();
            Part with = new Part("", key, "r.id", column.get().nullable() ? key + " is not null" : null, descending);
            return column.get().nullable() ? of(with, key + " is null") : new Order(List.of(with), true, descending);
        }
        return bindings.sortRows(path)
                .map(rows -> of(
                        new Part(
                                " join " + rows.table() + " s on s." + rows.id() + " = r.id",
                                "s." + rows.column(),
                                "s." + rows.id(),
                                rows.condition(),
                                descending),
                        "not exists (select 1 from " + rows.table() + " s where s." + rows.id() + " = r.id and "
                                + rows.condition() + ")"))
                .orElseThrow(() -> ScimException.invalidValue("The list cannot be sorted by \"" + path
                        + "\", which Roster computes. Sort by another attribute."));
    }

    private static Order of(Part with, String without) {
        Part others = new Part("", null, "r.id", without, false);
        return new Order(with.descending() ? List.of(others, with) : List.of(with, others), true, with.descending());
    }
}
