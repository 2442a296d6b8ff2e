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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a filter into a condition of a query; the only code that does. It makes JPQL with parameters rather than a
 * criteria tree, because the persistence provider keeps parsed JPQL by its text, and Okta's filters have few texts.
 */
final class FilterToPredicate {

    private static final Pattern PARAMETER = Pattern.compile("(?<=:)p\\d+");

    private final ColumnBindings bindings;
    private final Map<String, Object> parameters = new HashMap<>();

    private FilterToPredicate(ColumnBindings bindings) {
        this.bindings = bindings;
    }

    static Condition condition(BoundFilter filter, ColumnBindings bindings) {
        FilterToPredicate translation = new FilterToPredicate(bindings);
        Part part = translation.part(filter, Optional.empty());
        translation.parameters.keySet().retainAll(named(part.jpql));
        return new Condition(part.jpql, translation.parameters, part.exact);
    }

    // A part that was given up has left its parameters behind, and a query takes none that it does not name.
    private static Set<String> named(String jpql) {
        return jpql == null
                ? Set.of()
                : PARAMETER.matcher(jpql).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** A null text selects everything. What is not exact selects too much, never too little. */
    private record Part(String jpql, boolean exact) {
        static final Part ANY = new Part(null, false);
    }

    private Part part(BoundFilter filter, Optional<ColumnBindings.Rows> row) {
        if (filter instanceof And and) {
            return and(and.terms(), row);
        } else if (filter instanceof Or or) {
            return or(or.terms(), row);
        } else if (filter instanceof Not not) {
            Part inner = part(not.filter(), row);
            // The opposite of too much would be too little.
            return inner.exact ? new Part("not (" + inner.jpql + ")", true) : Part.ANY;
        } else if (filter instanceof ValuePath valuePath) {
            return bindings.rows(valuePath.attribute().notation())
                    .map(rows -> inRows(rows, part(valuePath.filter(), Optional.of(rows))))
                    .orElse(Part.ANY);
        } else if (filter instanceof Presence presence) {
            return presence(presence.attribute(), row);
        }
        return comparison((Comparison) filter, row);
    }

    private Part and(List<BoundFilter> terms, Optional<ColumnBindings.Rows> row) {
        List<String> texts = new ArrayList<>();
        boolean exact = true;
        for (BoundFilter term : terms) {
            Part part = part(term, row);
            exact &= part.exact;
            if (part.jpql != null) {
                texts.add(part.jpql);
            }
        }
        return texts.isEmpty() ? Part.ANY : new Part("(" + String.join(" and ", texts) + ")", exact);
    }

    private Part or(List<BoundFilter> terms, Optional<ColumnBindings.Rows> row) {
        List<String> texts = new ArrayList<>();
        boolean exact = true;
        for (BoundFilter term : terms) {
            Part part = part(term, row);
            if (part.jpql == null) {
                return Part.ANY;
            }
            exact &= part.exact;
            texts.add(part.jpql);
        }
        return new Part("(" + String.join(" or ", texts) + ")", exact);
    }

    private Part presence(AttributePath path, Optional<ColumnBindings.Rows> row) {
        if (row.isEmpty() && path.extension() == null && path.attribute().multiValued()) {
            if (path.subAttribute() == null) {
                return bindings.rows(path.attribute().name())
                        .map(rows -> new Part("r.id in (" + rows.subquery() + ")", true))
                        .orElse(Part.ANY);
            }
            return eachValue(path, Presence::new);
        }
        return column(path, row)
                .map(column -> new Part(
                        column.nullable() ? column.path() + " is not null" : column.path() + " = " + column.path(),
                        true))
                .orElse(Part.ANY);
    }

    private Part comparison(Comparison comparison, Optional<ColumnBindings.Rows> row) {
        AttributePath path = comparison.attribute();
        if (row.isEmpty() && path.extension() == null && path.attribute().multiValued()) {
            return eachValue(path, same -> comparison);
        }
        if (!Comparisons.isPossible(comparison)) {
            return Part.ANY;
        }
        return column(path, row)
                .map(column -> nullSafe(column, Comparisons.jpql(column.path(), comparison, parameters)))
                .map(jpql -> new Part(jpql, Comparisons.isExact(comparison)))
                .orElse(Part.ANY);
    }

    private Part eachValue(AttributePath path, Function<AttributePath, BoundFilter> leaf) {
        return bindings.rows(path.attribute().name())
                .map(rows -> inRows(rows, part(leaf.apply(path), Optional.of(rows))))
                .orElse(Part.ANY);
    }

    private static Part inRows(ColumnBindings.Rows rows, Part inner) {
        String condition = inner.jpql == null ? "" : " and " + inner.jpql;
        return new Part("r.id in (" + rows.subquery() + condition + ")", inner.exact);
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
