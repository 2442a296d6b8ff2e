package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Waiting.Wanted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes what attributes have of Roster that are not configured any more. */
final class FormerRows {

    private static final String REMOVE =
            "delete from outbox_former where person_id = ? and field = ? and attribute = ?";

    private static final String KEEP =
            "insert into outbox_former (value, announced, person_id, field, attribute) values (?, ?, ?, ?, ?)";

    private static final String MOVE = "update outbox_field set value = cast(? as varchar(255)),"
            + " announced = cast(? as varchar(255)), attribute = ? where person_id = ? and field = ?";

    private final Connection connection;

    FormerRows(Connection connection) {
        this.connection = connection;
    }

    /** Lets the fields of people who were read with {@link Waiting#moved} stand in the attributes of now. */
    void move(List<Waiting> people, OktaAttributes attributes) throws SQLException {
        List<List<Object>> removed = new ArrayList<>();
        List<List<Object>> kept = new ArrayList<>();
        List<List<Object>> moved = new ArrayList<>();
        for (Waiting person : people) {
            for (Field field : person.moved()) {
                String now = field.in(attributes);
                Wanted wanted = person.wanted(field);
                removed.add(key(person, field, now));
                moved.add(Arrays.asList(wanted.known(), wanted.announced(), now, person.personId(), field.name()));
            }
            for (Former former : person.former()) {
                if (person.moved().contains(former.field())) {
                    List<Object> key = key(person, former.field(), former.attribute());
                    removed.add(key);
                    kept.add(row(former.value(), former.announced(), key));
                }
            }
        }
        Batch.execute(connection, REMOVE, removed);
        Batch.execute(connection, KEEP, kept);
        Batch.execute(connection, MOVE, moved);
    }

    /**
     * Keeps what was about to be written when last tried, and of which nobody knows whether it was, before something else is
     * noted in its place: it may be what Okta has.
     */
    void keepAnnounced(List<Waiting> people, OktaAttributes attributes) throws SQLException {
        List<List<Object>> removed = new ArrayList<>();
        List<List<Object>> kept = new ArrayList<>();
        for (Waiting person : people) {
            for (Field field : person.unannounced()) {
                String announced = person.wanted(field).announced();
                if (announced != null && field.in(attributes) != null) {
                    List<Object> key = key(person, field, field.in(attributes));
                    removed.add(key);
                    kept.add(row(announced, null, key));
                }
            }
        }
        Batch.execute(connection, REMOVE, removed);
        Batch.execute(connection, KEEP, kept);
    }

    /** Forgets what was cleared, or is not Roster's any more. */
    void remove(List<Attempt> attempts) throws SQLException {
        List<List<Object>> removed = new ArrayList<>();
        for (Attempt attempt : attempts) {
            for (Former.Settled settled : attempt.former()) {
                Former former = settled.former();
                removed.add(key(attempt.person(), former.field(), former.attribute()));
            }
        }
        Batch.execute(connection, REMOVE, removed);
    }

    private static List<Object> row(String value, String announced, List<Object> key) {
        List<Object> row = new ArrayList<>(Arrays.asList(value, announced));
        row.addAll(key);
        return row;
    }

    private static List<Object> key(Waiting person, Field field, String attribute) {
        return List.of(person.personId(), field.name(), attribute);
    }
}
