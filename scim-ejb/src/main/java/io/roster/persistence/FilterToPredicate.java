package io.roster.persistence;

import io.roster.persistence.ColumnBindings.Column;
import io.roster.persistence.ColumnBindings.Rows;
import io.roster.persistence.Condition.Candidates;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.BoundFilter.And;
import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Not;
import io.roster.scim.filter.BoundFilter.Nothing;
import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.filter.BoundFilter.Or;
import io.roster.scim.filter.BoundFilter.Presence;
import io.roster.scim.filter.BoundFilter.ValuePath;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a filter into a condition of a query; the only code that does. All values are parameters, so that Okta's filters
 * have few texts, and the databases know their plans.
 */
final class FilterToPredicate {

    /** Selects everything. */
    private static final Condition ANY = Condition.of(null, List.of(), false);

    /** The sub-attribute of references that ends in the id that {@code value} is. */
    private static final String REFERENCE = "$ref";

    private static final int WORST_RANK = 3;

    private final ColumnBindings bindings;

    /** What is the same in all resources of the type. */
    private final JsonObject constants;

    private FilterToPredicate(ResourceType type, ColumnBindings bindings) {
        this.bindings = bindings;
        this.constants = Documents.parse("{\"meta\":{\"resourceType\":\"" + type.name() + "\"}}");
    }

    static Condition condition(BoundFilter filter, ResourceType type, ColumnBindings bindings) {
        return new FilterToPredicate(type, bindings).part(filter, Optional.empty());
    }

    private Condition part(BoundFilter filter, Optional<Rows> row) {
        if (filter instanceof And and) {
            return and(and.terms().stream().map(term -> part(term, row)).toList());
        } else if (filter instanceof Or or) {
            return or(or.terms().stream().map(term -> part(term, row)).toList());
        } else if (filter instanceof Not not) {
            Condition inner = part(not.filter(), row);
            // The opposite of too much would be too little.
            return inner.exact() ? inner.not() : ANY;
        } else if (filter instanceof ValuePath valuePath) {
            return valuePath(valuePath);
        } else if (filter instanceof Nothing) {
            return Condition.constant(false);
        }
        return filter instanceof Presence presence
                ? leaf(presence.attribute(), presence, row)
                : leaf(((Comparison) filter).attribute(), filter, row);
    }

    private static Condition and(List<Condition> parts) {
        List<Condition> known =
                parts.stream().filter(part -> part.sql() != null).toList();
        boolean exact = parts.stream().allMatch(Condition::exact);
        return known.isEmpty() ? ANY : joined(known, " and ", exact).from(Condition.candidatesOfAll(known));
    }

    private static Condition or(List<Condition> parts) {
        boolean anything = parts.stream().anyMatch(part -> part.sql() == null);
        return anything
                ? ANY
                : joined(parts, " or ", parts.stream().allMatch(Condition::exact))
                        .from(Condition.candidatesOfAny(parts));
    }

    private static Condition joined(List<Condition> parts, String operator, boolean exact) {
        String sql = parts.stream().map(Condition::sql).collect(Collectors.joining(operator, "(", ")"));
        List<Object> parameters =
                parts.stream().flatMap(part -> part.parameters().stream()).toList();
        return Condition.of(sql, parameters, exact);
    }

    private Condition valuePath(ValuePath path) {
        Optional<Rows> rows = bindings.rows(path.attribute(), asksForDisplay(path.filter()));
        if (rows.isEmpty()) {
            return ANY;
        }
        Condition inRow = inRows(rows.get(), part(path.filter(), rows), path.filter());
        // Parts that have rows of their own narrow the choice, though the same value need not be meant.
        Stream<Condition> besides = terms(path.filter())
                .flatMap(term -> term instanceof Comparison comparison ? Stream.of(comparison) : Stream.empty())
                .filter(term -> column(term.attribute(), rows).isEmpty())
                .map(term -> leaf(term.attribute(), term, Optional.empty()).inexact());
        return and(Stream.concat(Stream.of(inRow), besides).toList());
    }

    private static Stream<BoundFilter> terms(BoundFilter filter) {
        return filter instanceof And and ? and.terms().stream().flatMap(FilterToPredicate::terms) : Stream.of(filter);
    }

    private static boolean asksForDisplay(BoundFilter filter) {
        return BoundFilter.mentions(filter, path -> path.leaf().name().equals("display"));
    }

    private Condition leaf(AttributePath path, BoundFilter leaf, Optional<Rows> row) {
        if (row.isEmpty() && path.extension() == null && path.attribute().name().equals("meta")) {
            Optional<Condition> meta = ofMeta(path, leaf);
            if (meta.isPresent()) {
                return meta.get();
            }
        }
        Optional<Column> column = column(path, row);
        if (column.isPresent()) {
            Condition condition = ofColumn(column.get(), leaf);
            return row.isPresent() ? condition : condition.from(ownCandidates(condition, path, leaf));
        } else if (row.isPresent()) {
            return path.leaf().name().equals(REFERENCE)
                    ? ofReference(row.get().columns().get("value"), leaf)
                    : ANY;
        }
        return ofRows(path, leaf);
    }

    private Optional<Condition> ofMeta(AttributePath path, BoundFilter leaf) {
        if (path.subAttribute() == null || leaf instanceof Presence) {
            return Optional.of(Condition.constant(true));
        }
        return switch (path.subAttribute().name()) {
            case "resourceType" -> Optional.of(Condition.constant(JsonMatcher.matches(leaf, constants)));
            case "location" -> Optional.of(ofReference(new Column("r.id", false, true, null), leaf));
            default -> Optional.empty();
        };
    }

    private static Condition ofColumn(Column column, BoundFilter leaf) {
        if (leaf instanceof Comparison comparison) {
            return Comparisons.of(column, comparison);
        }
        return column.nullable()
                ? Condition.of(column.path() + " is not null", List.of(), true)
                : Condition.constant(true);
    }

    /** What an address equals has the id that it ends in. */
    private static Condition ofReference(Column id, BoundFilter leaf) {
        if (id != null && leaf instanceof Comparison comparison && comparison.operator() == Operator.EQUAL) {
            String address = (String) comparison.value();
            String last = address.substring(address.lastIndexOf('/') + 1);
            return Condition.of(id.path() + " = ?", List.of(Keys.fold(last)), false);
        }
        return ANY;
    }

    private Condition ofRows(AttributePath path, BoundFilter leaf) {
        if (!path.attribute().multiValued()) {
            boolean whole = path.leaf().isComplex();
            return (whole ? bindings.allPartRows(path) : bindings.partRows(path))
                    .map(rows -> inRows(rows, itself(rows, leaf), leaf))
                    .orElse(ANY);
        }
        Optional<Rows> rows = bindings.rows(path, asksForDisplay(leaf));
        if (rows.isEmpty()) {
            return ANY;
        }
        boolean anyValue = leaf instanceof Presence && path.subAttribute() == null;
        if (anyValue) {
            return inRows(rows.get(), Condition.NONE, leaf);
        }
        boolean inTheRow = path.subAttribute() == null
                || column(path, rows).isPresent()
                || rows.get().columns().containsKey("value")
                        && path.leaf().name().equals(REFERENCE);
        return inTheRow
                ? inRows(rows.get(), leaf(path, leaf, rows), leaf)
                : bindings.partRows(path)
                        .map(parts -> inRows(parts, itself(parts, leaf), leaf))
                        .orElse(ANY);
    }

    /** That a row is there says that the value is; what else is asked, its one column knows. */
    private static Condition itself(Rows rows, BoundFilter leaf) {
        return leaf instanceof Presence
                ? Condition.NONE
                : ofColumn(rows.columns().get(ColumnBindings.ITSELF), leaf);
    }

    private static Condition inRows(Rows rows, Condition inner, BoundFilter filter) {
        String ids = rows.subquery() + (inner.sql() == null ? "" : " and " + inner.sql());
        return Condition.of("r.id in (" + ids + ")", inner.parameters(), inner.exact())
                .from(new Candidates(Rows.idAs(ids), inner.parameters(), true, false, rank(filter)));
    }

    /** Of columns only some have an index, and it serves some comparisons only. */
    private Candidates ownCandidates(Condition condition, AttributePath path, BoundFilter leaf) {
        boolean served = leaf instanceof Comparison comparison
                && path.leaf().type().isText()
                && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.STARTS_WITH);
        return served
                ? new Candidates(
                        "select r.id as id from " + bindings.table() + " r where " + condition.sql(),
                        condition.parameters(),
                        true,
                        true,
                        rank(leaf))
                : null;
    }

    /** How few values a filter is likely to select: what equals before what begins alike, and that before all else. */
    private static int rank(BoundFilter filter) {
        if (filter instanceof And and) {
            return and.terms().stream().mapToInt(FilterToPredicate::rank).min().orElseThrow();
        } else if (filter instanceof Comparison comparison && !isKind(comparison.attribute())) {
            return switch (comparison.operator()) {
                case EQUAL -> 0;
                case STARTS_WITH -> 1;
                default -> 2;
            };
        }
        return WORST_RANK;
    }

    private static boolean isKind(AttributePath path) {
        String name = path.leaf().name();
        return name.equals("type") || path.leaf().type() == Type.BOOLEAN;
    }

    private Optional<Column> column(AttributePath path, Optional<Rows> row) {
        if (row.isEmpty()) {
            return bindings.column(path);
        }
        Map<String, Column> columns = row.get().columns();
        String name = path.subAttribute() == null
                ? ColumnBindings.ITSELF
                : path.subAttribute().name();
        return Optional.ofNullable(columns.get(name));
    }
}
