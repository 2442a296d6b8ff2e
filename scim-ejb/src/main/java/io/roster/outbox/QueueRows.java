package io.roster.outbox;

import io.roster.outbox.QueueRow.FieldNow;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the outbox for the console: two statements a page. */
final class QueueRows {

    private static final String COLUMNS = """
        select o.person_id, o.okta_id, p.full_name, o.state, o.attempts, o.next_attempt, o.waiting_since, o.lifecycle,
          o.reason, o.detail, n.number, e.extension
        from outbox o\
        """;

    private static final String JOINS = """
         left join person p on p.id = o.person_id
        left join phone_number n on n.person_id = o.person_id
        left join extension_number e on e.person_id = o.person_id\
        """;

    // As in PeopleSql: gathered first, because both databases would read the whole outbox otherwise
    private static final String FOUND = " join (select id from person where user_name_key like ? escape '!'"
            + " union select id from person where full_name_key like ? escape '!') hit on hit.id = o.person_id";

    private final DataSource dataSource;

    QueueRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<QueueRow> page(QueueQuery query, int offset, int most) {
        List<Object> values = new ArrayList<>();
        String from = from(query, values, JOINS);
        values.add(offset);
        values.add(most);
        List<QueueRow> rows = new Sql(
                        COLUMNS + from + " order by o.state, o.next_attempt, o.person_id"
                                + " offset ? rows fetch next ? rows only",
                        values)
                .list(dataSource, QueueRows::row);
        return withFields(rows);
    }

    int count(QueueQuery query, int limit) {
        List<Object> values = new ArrayList<>();
        String from = from(query, values, "");
        values.add(limit);
        return new Sql(
                        "select count(*) from (select o.person_id from outbox o" + from
                                + " fetch first ? rows only) counted",
                        values)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    List<QueueRow> of(String personId) {
        return withFields(
                Sql.of(COLUMNS + JOINS + " where o.person_id = ?", personId).list(dataSource, QueueRows::row));
    }

    private static String from(QueueQuery query, List<Object> values, String joins) {
        StringBuilder from = new StringBuilder();
        if (query.search() != null) {
            String prefix = Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%';
            from.append(FOUND);
            values.add(prefix);
            values.add(prefix);
        }
        from.append(joins);
        if (query.state() == null) {
            from.append(" where o.state in ('PENDING', 'PARKED', 'HELD')");
        } else {
            from.append(" where o.state = ?");
            values.add(query.state().name());
        }
        return from.toString();
    }

    private List<QueueRow> withFields(List<QueueRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, List<FieldNow>> fields = new HashMap<>();
        List<Object> ids = List.copyOf(rows.stream().map(QueueRow::personId).toList());
        new Sql(
                        "select person_id, field, state, value, reason, checked_at, echoed_at from outbox_field"
                                + " where checked_at > 0 and person_id in "
                                + Sql.places(ids.size()) + " order by person_id, field desc",
                        ids)
                .list(dataSource, row -> fields.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(field(row)));
        return rows.stream()
                .map(row -> row.with(fields.getOrDefault(row.personId(), List.of())))
                .toList();
    }

    private static FieldNow field(ResultSet row) throws SQLException {
        long echoed = row.getLong(7);
        return new FieldNow(
                Field.valueOf(row.getString(2)),
                FieldState.valueOf(row.getString(3)),
                row.getString(4),
                constant(Reason.class, row.getString(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                echoed == 0 ? null : Instant.ofEpochMilli(echoed));
    }

    private static QueueRow row(ResultSet row) throws SQLException {
        return new QueueRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                RowState.valueOf(row.getString(4)),
                row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                constant(LifecycleWish.class, row.getString(8)),
                constant(Reason.class, row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                List.of());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
