package io.roster.persistence;

import java.util.ArrayList;
import java.util.List;

/**
 * What the database is asked of a filter.
 *
 * @param sql a condition over the alias {@code r}; {@code null} for no condition
 * @param parameters in the order of its question marks
 * @param exact whether it selects just what the filter matches; else it selects more, and the documents must be matched
 * @param candidates from where the candidates can be had without going through all resources; {@code null} for nowhere
 */
record Condition(String sql, List<Object> parameters, boolean exact, Candidates candidates) {

    /**
     * Ids among which all are that the condition selects. Derby goes through the whole table of resources for {@code in}
     * with a subquery, but not for a join with it.
     *
     * @param ids SQL that selects them
     * @param parameters in the order of its question marks
     * @param whole whether they are just those that the condition selects
     * @param own whether they come from the table of resources itself, so that no join is needed
     * @param rank the smaller, the fewer ids are to be expected
     */
    record Candidates(String ids, List<Object> parameters, boolean whole, boolean own, int rank) {

        private Candidates part() {
            return new Candidates(ids, parameters, false, own, rank);
        }
    }

    static final Condition NONE = of(null, List.of(), true);

    static Condition of(String sql, List<Object> parameters, boolean exact) {
        return new Condition(sql, parameters, exact, null);
    }

    static Condition constant(boolean holds) {
        return of(holds ? "1 = 1" : "1 = 0", List.of(), true);
    }

    /** The same, said of a filter of which it is only a part. */
    Condition inexact() {
        return new Condition(sql, parameters, false, candidates);
    }

    Condition from(Candidates newCandidates) {
        return new Condition(sql, parameters, exact, newCandidates);
    }

    Condition not() {
        return of("not (" + sql + ")", parameters, exact);
    }

    /** The best candidates of several conditions that all must hold. */
    static Candidates candidatesOfAll(List<Condition> parts) {
        Candidates best = null;
        for (Condition part : parts) {
            Candidates candidates = part.candidates();
            boolean isBetter = candidates != null
                    && (best == null
                            || candidates.rank() < best.rank()
                            || candidates.rank() == best.rank() && candidates.own());
            best = isBetter ? candidates.part() : best;
        }
        return best;
    }

    /** The candidates of several conditions of which one must hold; {@code null} unless each has one. */
    static Candidates candidatesOfAny(List<Condition> parts) {
        if (parts.stream().anyMatch(part -> part.candidates() == null)) {
            return null;
        }
        List<Candidates> all = parts.stream().map(Condition::candidates).toList();
        return new Candidates(
                String.join(" union ", all.stream().map(Candidates::ids).toList()),
                all.stream()
                        .flatMap(candidates -> candidates.parameters().stream())
                        .toList(),
                all.stream().allMatch(Candidates::whole),
                false,
                all.stream().mapToInt(Candidates::rank).max().orElseThrow());
    }

    private boolean isJoined() {
        return candidates != null && !candidates.own();
    }

    private boolean isAllJoined() {
        return isJoined() && candidates.whole();
    }

    /** What comes between the alias {@code r} and {@code where}. */
    String join() {
        return isJoined() ? " join (select distinct ids.id from (" + candidates.ids() + ") ids) c on c.id = r.id" : "";
    }

    String where() {
        return sql == null || isAllJoined() ? "" : " where " + sql;
    }

    String whereAnd(String further) {
        return where().isEmpty() ? " where " + further : " where (" + sql + ") and " + further;
    }

    /** The parameters of {@link #join} and {@link #where}. */
    List<Object> allParameters() {
        List<Object> all = new ArrayList<>(isJoined() ? candidates.parameters() : List.of());
        all.addAll(isAllJoined() ? List.of() : parameters);
        return all;
    }
}
