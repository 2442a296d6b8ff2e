package io.roster.telephony;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads numbers and extensions, with who has them. */
@Dependent
public class PoolList {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    PoolPage page(PoolKind kind, PoolQuery query, int offset, int count) {
        long now = System.currentTimeMillis();
        List<String> bounds = bounds(query.rangeId());
        if (kind == PoolKind.EXTENSION && bounds.isEmpty()) {
            return new PoolPage(List.of(), 0);
        }
        PoolSql asked = new PoolSql(kind, query, bounds, now);
        int total = asked.count(dataSource);
        PoolSql reversed = new PoolSql(kind, query.reversed(), bounds, now);
        List<String> keys = query.descending()
                ? lastKeys(reversed, offset, count, total)
                : asked.keys(dataSource, offset, count, total);
        List<PoolRow> rows = rows(kind, keys, now).stream()
                .sorted(Comparator.comparingInt(row -> keys.indexOf(row.value())))
                .toList();
        return new PoolPage(rows, total);
    }

    private List<String> bounds(String rangeId) {
        return rangeId == null
                ? List.of()
                : Sql.of("select first_extension, last_extension from extension_range where id = ?", rangeId)
                        .list(dataSource, row -> List.of(row.getString(1), row.getString(2)))
                        .stream()
                        .findFirst()
                        .orElse(List.of());
    }

    // Derby walks through an index in one direction only, and sorts all for the other one: so a page counted from one
    // end is read from the other.
    private List<String> lastKeys(PoolSql ascending, int offset, int count, int total) {
        int end = Math.max(0, total - offset);
        int start = Math.max(0, end - count);
        if (start == end) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(ascending.keys(dataSource, start, end - start, total));
        Collections.reverse(keys);
        return keys;
    }

    Optional<PoolRow> find(PoolKind kind, String value) {
        return rows(kind, List.of(value), System.currentTimeMillis()).stream().findFirst();
    }

    private List<PoolRow> rows(PoolKind kind, List<String> values, long now) {
        if (values.isEmpty()) {
            return List.of();
        }
        String rangeId = kind == PoolKind.EXTENSION ? "t.range_id" : "cast(null as varchar(36))";
        return new Sql(
                        "select t." + kind.column()
                                + ", t.free_from, t.person_id, p.full_name, p.active, t.changed_at, "
                                + rangeId + " from " + kind.table()
                                + " t left join person p on p.id = t.person_id where t."
                                + kind.column() + " in " + Sql.places(values.size()),
                        List.copyOf(values))
                .list(dataSource, row -> row(row, now));
    }

    private static PoolRow row(ResultSet row, long now) throws SQLException {
        long freeFrom = row.getLong(2);
        PoolState state = PoolState.of(freeFrom, now);
        return new PoolRow(
                row.getString(1),
                state,
                state == PoolState.RESTING ? Instant.ofEpochMilli(freeFrom) : null,
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7));
    }

    /** Free ones that begin with a prefix, for a choice: those that nobody ever had first. */
    List<String> free(PoolKind kind, String prefix, int count) {
        return Stream.of("free_from = 0 and free_from <= ?", "free_from > 0 and free_from <= ?")
                .flatMap(condition -> Sql.of(
                        "select " + kind.column() + " from " + kind.table() + " where " + condition + " and "
                                + kind.column() + " >= ? and " + kind.column() + " < ? order by free_from, "
                                + kind.column() + " fetch first ? rows only",
                        System.currentTimeMillis(),
                        prefix,
                        PoolKind.end(prefix.isEmpty() && kind == PoolKind.NUMBER ? "+" : prefix),
                        count)
                        .list(dataSource, row -> row.getString(1))
                        .stream())
                .limit(count)
                .toList();
    }
}
