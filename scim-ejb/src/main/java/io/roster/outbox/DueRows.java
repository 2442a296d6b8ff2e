package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads people who are due, with what they have and what Okta has of it: two statements a page. */
final class DueRows {

    // The first comparison with next_attempt lets the index begin in the right place.
    private static final String DUE = """
            select o.person_id, o.okta_id, o.requested, o.attempts, o.next_attempt, o.lifecycle,
              n.number, fn.attribute, fn.value, fn.announced, e.extension, fe.attribute, fe.value, fe.announced
            from outbox o
            left join phone_number n on n.person_id = o.person_id
            left join extension_number e on e.person_id = o.person_id
            left join outbox_field fn on fn.person_id = o.person_id and fn.field = 'NUMBER'
            left join outbox_field fe on fe.person_id = o.person_id and fe.field = 'EXTENSION'
            where o.state = 'PENDING' and o.next_attempt >= ? and o.next_attempt <= ?
              and (o.next_attempt > ? or o.person_id > ?)
            order by o.next_attempt, o.person_id fetch first ? rows only""";

    private static final String FORMER =
            "select person_id, field, attribute, value, announced from outbox_former where person_id in ";

    private final DataSource dataSource;
    private final OktaAttributes attributes;

    DueRows(DataSource dataSource, OktaAttributes attributes) {
        this.dataSource = dataSource;
        this.attributes = attributes;
    }

    /** A row without what stands in former attributes. */
    private record Row(Waiting person, String number, Former inNumber, String extension, Former inExtension) {

        private static Row read(ResultSet row) throws SQLException {
            String wish = row.getString(6);
            Waiting person = new Waiting(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getInt(4),
                    row.getLong(5),
                    wish == null ? null : LifecycleWish.valueOf(wish),
                    null,
                    null);
            return new Row(
                    person,
                    row.getString(7),
                    new Former(Field.NUMBER, row.getString(8), row.getString(9), row.getString(10)),
                    row.getString(11),
                    new Former(Field.EXTENSION, row.getString(12), row.getString(13), row.getString(14)));
        }
    }

    List<Waiting> page(long now, Waiting after, int most) {
        long from = after == null ? 0 : after.nextAttempt();
        String behind = after == null ? "" : after.personId();
        List<Row> rows = Sql.of(DUE, from, now, from, behind, most).list(dataSource, Row::read);
        Map<String, List<Former>> former = former(rows);
        return rows.stream()
                .map(row -> waiting(row, former.getOrDefault(row.person().personId(), List.of())))
                .toList();
    }

    private Map<String, List<Former>> former(List<Row> rows) {
        Map<String, List<Former>> former = new HashMap<>();
        if (!rows.isEmpty()) {
            List<Object> ids = List.copyOf(
                    rows.stream().map(row -> row.person().personId()).toList());
            new Sql(FORMER + Sql.places(ids.size()) + " order by person_id, field, attribute", ids)
                    .list(dataSource, row -> former.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(new Former(
                                    Field.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5))));
        }
        return former;
    }

    private Waiting waiting(Row row, List<Former> former) {
        Standing standing = new Standing(attributes, former);
        standing.add(Field.NUMBER, row.number(), row.inNumber());
        standing.add(Field.EXTENSION, row.extension(), row.inExtension());
        Waiting person = row.person();
        return new Waiting(
                person.personId(),
                person.oktaId(),
                person.requested(),
                person.attempts(),
                person.nextAttempt(),
                person.lifecycle(),
                standing.wanted(Field.NUMBER),
                standing.wanted(Field.EXTENSION),
                standing.former(),
                standing.moved());
    }
}
