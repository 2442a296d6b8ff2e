package io.roster.telephony;

import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.telephony.PoolQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The statements behind a list of numbers or extensions: how many there are, and the keys of a page. */
final class PoolSql {

    /** Up to here, gathering what matches and sorting it is cheaper than walking through all in their order. */
    private static final int FEW = 2_000;

    // A UNION, because neither database uses its indexes for an OR over different columns.
    private static final String HOLDERS = " join (select id from person where user_name_key like ? escape '!'"
            + " union select id from person where full_name_key like ? escape '!'"
            + " union select id from person where family_name_key like ? escape '!') hit on hit.id = t.person_id";
    private static final int WAYS_TO_MATCH = 3;

    private final PoolKind kind;
    private final PoolQuery query;
    private final List<String> bounds;
    private final long now;
    private final List<Object> parameters = new ArrayList<>();
    private final String join;
    private final String where;

    /**
     * The statements of a list.
     *
     * @param kind which kind
     * @param query what to list
     * @param bounds first and last extension of the range, between which an index is walked; empty for numbers
     * @param now in milliseconds since 1970
     */
    PoolSql(PoolKind kind, PoolQuery query, List<String> bounds, long now) {
        this.kind = kind;
        this.query = query;
        this.bounds = bounds;
        this.now = now;
        this.join = query.search() == null || query.isForDigits() ? "" : holders();
        this.where = conditions();
    }

    private String holders() {
        String prefix = Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%';
        for (int i = 0; i < WAYS_TO_MATCH; i++) {
            parameters.add(prefix);
        }
        return HOLDERS;
    }

    private String conditions() {
        List<String> conditions = new ArrayList<>();
        if (query.rangeId() != null) {
            add(conditions, "t.range_id = ?", query.rangeId());
            add(conditions, "t.extension >= ? and t.extension <= ?", bounds.toArray());
        }
        if (query.state() == PoolState.FREE) {
            add(conditions, "t.free_from <= ?", now);
        } else if (query.state() == PoolState.RESTING) {
            add(conditions, "t.free_from > ? and t.free_from < ?", now, PoolState.NEVER);
        } else if (query.state() == PoolState.ASSIGNED) {
            add(conditions, "t.free_from = ?", PoolState.NEVER);
        }
        if (query.prefix() != null) {
            String prefix = query.plainPrefix();
            add(
                    conditions,
                    "t." + kind.column() + " >= ? and t." + kind.column() + " < ?",
                    prefix,
                    PoolKind.end(prefix));
        }
        if (query.search() != null && query.isForDigits()) {
            add(conditions, "t." + kind.column() + " like ?", '%' + query.digits() + '%');
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private void add(List<String> conditions, String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }

    int count(DataSource dataSource) {
        return new Sql("select count(*) from " + kind.table() + " t" + join + where, parameters)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    /** The keys of a page of a list whose length is known. */
    List<String> keys(DataSource dataSource, int offset, int count, int total) {
        String direction = query.descending() ? " desc" : "";
        String order = query.sort() == Sort.CHANGED
                ? "t.changed_at" + direction + ", t." + kind.column() + direction
                : "t." + kind.column() + direction;
        List<Object> all = new ArrayList<>(parameters);
        all.add(offset);
        all.add(count);
        return new Sql(
                        "select t." + kind.column() + " from " + kind.table() + " t" + walk(total) + join + where
                                + " order by " + order + " offset ? rows fetch next ? rows only",
                        all)
                .list(dataSource, row -> row.getString(1));
    }

    // Derby sorts all rows otherwise; PostgreSQL chooses well by itself, and takes this for a comment.
    private String walk(int total) {
        if (total <= FEW || !join.isEmpty()) {
            return "";
        }
        String index = query.sort() == Sort.CHANGED
                ? "index=" + kind.table() + "_changed"
                : "constraint=" + kind.table() + "_key";
        return " --DERBY-PROPERTIES " + index + "\n";
    }
}
