package io.roster.persistence;

import io.roster.persistence.ColumnBindings.Column;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.BoundFilter.And;
import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Not;
import io.roster.scim.filter.BoundFilter.Or;
import io.roster.scim.filter.BoundFilter.Presence;
import io.roster.scim.filter.BoundFilter.ValuePath;
import io.roster.scim.schema.AttributePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns a filter into a condition of a query; the only code that does. All values are parameters, so that Okta's filters
 * have few texts, and the databases know their plans.
 */
final class FilterToPredicate {

    /** Selects everything. */
    private static final Condition ANY = new Condition(null, List.of(), false);

    private final ColumnBindings bindings;

    private FilterToPredicate(ColumnBindings bindings) {
        this.bindings = bindings;
    }

    static Condition condition(BoundFilter filter, ColumnBindings bindings) {
        return new FilterToPredicate(bindings).part(filter, Optional.empty());
    }

    private Condition part(BoundFilter filter, Optional<ColumnBindings.Rows> row) {
        if (filter instanceof And and) {
            return and(and.terms(), row);
        } else if (filter instanceof Or or) {
            return or(or.terms(), row);
        } else if (filter instanceof Not not) {
            Condition inner = part(not.filter(), row);
            // The opposite of too much would be too little.
            return inner.exact() ? new Condition("not (" + inner.sql() + ")", inner.parameters(), true) : ANY;
        } else if (filter instanceof ValuePath valuePath) {
            return bindings.rows(valuePath.attribute().notation())
                    .map(rows -> inRows(rows, part(valuePath.filter(), Optional.of(rows))))
                    .orElse(ANY);
        } else if (filter instanceof Presence presence) {
            return presence(presence.attribute(), row);
        }
        return comparison((Comparison) filter, row);
    }

    private Condition and(List<BoundFilter> terms, Optional<ColumnBindings.Rows> row) {
        List<Condition> parts = terms.stream().map(term -> part(term, row)).toList();
        List<Condition> known =
                parts.stream().filter(part -> part.sql() != null).toList();
        boolean exact = parts.stream().allMatch(Condition::exact);
        return known.isEmpty() ? ANY : joined(known, " and ", exact);
    }

    private Condition or(List<BoundFilter> terms, Optional<ColumnBindings.Rows> row) {
        List<Condition> parts = terms.stream().map(term -> part(term, row)).toList();
        boolean anything = parts.stream().anyMatch(part -> part.sql() == null);
        return anything ? ANY : joined(parts, " or ", parts.stream().allMatch(Condition::exact));
    }

    private static Condition joined(List<Condition> parts, String operator, boolean exact) {
        String sql = parts.stream().map(Condition::sql).collect(Collectors.joining(operator, "(", ")"));
        List<Object> parameters =
                parts.stream().flatMap(part -> part.parameters().stream()).toList();
        return new Condition(sql, parameters, exact);
    }

    private Condition presence(AttributePath path, Optional<ColumnBindings.Rows> row) {
        if (row.isEmpty() && path.extension() == null && path.attribute().multiValued()) {
            if (path.subAttribute() == null) {
                return bindings.rows(path.attribute().name())
                        .map(rows -> new Condition("r.id in (" + rows.subquery() + ")", List.of(), true))
                        .orElse(ANY);
            }
            return eachValue(path, Presence::new);
        }
        return column(path, row)
                .map(column -> column.nullable() ? column.path() + " is not null" : "1 = 1")
                .map(sql -> new Condition(sql, List.of(), true))
                .orElse(ANY);
    }

    private Condition comparison(Comparison comparison, Optional<ColumnBindings.Rows> row) {
        AttributePath path = comparison.attribute();
        if (row.isEmpty() && path.extension() == null && path.attribute().multiValued()) {
            return eachValue(path, same -> comparison);
        }
        if (!Comparisons.isPossible(comparison)) {
            return ANY;
        }
        List<Object> parameters = new ArrayList<>();
        return column(path, row)
                .map(column -> nullSafe(column, Comparisons.sql(column.path(), comparison, parameters)))
                .map(sql -> new Condition(sql, parameters, Comparisons.isExact(comparison)))
                .orElse(ANY);
    }

    private Condition eachValue(AttributePath path, Function<AttributePath, BoundFilter> leaf) {
        return bindings.rows(path.attribute().name())
                .map(rows -> inRows(rows, part(leaf.apply(path), Optional.of(rows))))
                .orElse(ANY);
    }

    private static Condition inRows(ColumnBindings.Rows rows, Condition inner) {
        String condition = inner.sql() == null ? "" : " and " + inner.sql();
        return new Condition("r.id in (" + rows.subquery() + condition + ")", inner.parameters(), inner.exact());
    }

    private Optional<Column> column(AttributePath path, Optional<ColumnBindings.Rows> row) {
        if (row.isPresent()) {
            return Optional.ofNullable(path.subAttribute())
                    .map(sub -> row.get().columns().get(sub.name()));
        }
        return bindings.column(path.notation());
    }

    /** Keeps NOT two-valued: a comparison with null is false and not unknown. */
    private static String nullSafe(Column column, String comparison) {
        return column.nullable() ? "(" + column.path() + " is not null and " + comparison + ")" : comparison;
    }
}
