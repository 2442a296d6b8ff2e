package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.Documents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** Writes for {@link OutboxQueue}: one short transaction a call, a fixed number of trips to the database. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxWriter {

    private static final int LONGEST_DETAIL = 1000;

    private static final String ANNOUNCE =
            "update outbox_field set announced = ?, attribute = ? where person_id = ? and field = ?";

    private static final String ANNOUNCE_FIRST =
            "insert into outbox_field (announced, attribute, person_id, field, state, checked_at)"
                    + " values (?, ?, ?, ?, 'RETRIED', 0)";

    // Who was changed or held meanwhile stays as that left it.
    private static final String SETTLE = """
            update outbox set state = ?, next_attempt = ?, attempts = ?, reason = ?, detail = ?, changed_at = ?,
              lifecycle = case when ? = 'DONE' then null else lifecycle end
            where person_id = ? and requested = ? and state = 'PENDING'""";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link OutboxQueue#announce}. */
    public Void announce(List<Waiting> people, OktaAttributes attributes) {
        List<Waiting> ordered = inOrder(people);
        List<List<Object>> rows = new ArrayList<>();
        for (Waiting person : ordered) {
            for (Field field : person.unannounced()) {
                if (field.in(attributes) != null) {
                    rows.add(List.of(
                            person.wanted(field).value(), field.in(attributes), person.personId(), field.name()));
                }
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            FormerRows former = new FormerRows(connection);
            former.move(ordered, attributes);
            former.keepAnnounced(ordered, attributes);
            Batch.execute(connection, ANNOUNCE_FIRST, Batch.execute(connection, ANNOUNCE, rows));
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** As {@link OutboxQueue#record}. */
    public Void record(String runId, List<Attempt> attempts, OktaAttributes attributes) {
        List<Attempt> ordered = attempts.stream()
                .sorted(Comparator.comparing(attempt -> attempt.person().personId()))
                .toList();
        long now = Documents.now().toEpochMilli();
        try (Connection connection = dataSource.getConnection()) {
            Batch.execute(
                    connection,
                    SETTLE,
                    ordered.stream().map(attempt -> settled(attempt, now)).toList());
            new FieldRows(connection, now, attributes).write(runId, ordered);
            new FormerRows(connection).remove(ordered);
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static List<Object> settled(Attempt attempt, long now) {
        boolean again = attempt.state() == RowState.PENDING;
        int attempts = attempt.person().attempts() + (again ? 1 : 0);
        return Arrays.asList(
                attempt.state().name(),
                attempt.nextAttempt(),
                attempts,
                attempt.reason() == null ? null : attempt.reason().name(),
                shortened(attempt.detail()),
                now,
                attempt.state().name(),
                attempt.person().personId(),
                attempt.person().requested());
    }

    static String shortened(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    // In one order everywhere, as in Outbox
    private static List<Waiting> inOrder(List<Waiting> people) {
        return people.stream().sorted(Comparator.comparing(Waiting::personId)).toList();
    }
}
