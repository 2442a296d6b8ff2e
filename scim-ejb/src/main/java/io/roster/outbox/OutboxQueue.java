package io.roster.outbox;

import io.roster.outbox.Waiting.Wanted;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The outbox as the job works through it, a batch at a time. For the server's own job: no page and no request gets here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxQueue {

    // The first comparison with next_attempt lets the index begin in the right place.
    private static final String DUE = """
            select o.person_id, o.okta_id, o.requested, o.attempts, o.next_attempt, o.lifecycle,
              n.number, fn.value, fn.announced, e.extension, fe.value, fe.announced
            from outbox o
            left join phone_number n on n.person_id = o.person_id
            left join extension_number e on e.person_id = o.person_id
            left join outbox_field fn on fn.person_id = o.person_id and fn.field = 'NUMBER'
            left join outbox_field fe on fe.person_id = o.person_id and fe.field = 'EXTENSION'
            where o.state = 'PENDING' and o.next_attempt >= ? and o.next_attempt <= ?
              and (o.next_attempt > ? or o.person_id > ?)
            order by o.next_attempt, o.person_id fetch first ? rows only""";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private OutboxWriter writer;

    /**
     * The next people who are due, those who have waited longest first.
     *
     * @param now milliseconds since 1970
     * @param after the last one of the page before, {@code null} for the first page
     * @param most how many at most
     * @return people with what they have now, read after the count of changes
     */
    public List<Waiting> due(long now, Waiting after, int most) {
        long from = after == null ? 0 : after.nextAttempt();
        String behind = after == null ? "" : after.personId();
        return Sql.of(DUE, from, now, from, behind, most).list(dataSource, OutboxQueue::waiting);
    }

    /**
     * Whether anybody is due, so that a run would have something to do.
     *
     * @param now milliseconds since 1970
     * @return whether there is
     */
    public boolean isDue(long now) {
        return !Sql.of(
                        "select person_id from outbox where state = 'PENDING' and next_attempt <= ?"
                                + " fetch first 1 rows only",
                        now)
                .list(dataSource, row -> true)
                .isEmpty();
    }

    /**
     * Notes what is about to be written, before any call.
     *
     * @param people a batch
     */
    public void announce(List<Waiting> people) {
        List<Waiting> unannounced = people.stream()
                .filter(person -> !person.unannounced().isEmpty())
                .toList();
        if (!unannounced.isEmpty()) {
            Conflicts.retried(() -> writer.announce(unannounced));
        }
    }

    /**
     * Records what came of a batch. A person whose services changed since they were read stays due.
     *
     * @param runId the run
     * @param attempts a batch, each person at most once
     */
    public void record(String runId, List<Attempt> attempts) {
        if (!attempts.isEmpty()) {
            Conflicts.retried(() -> writer.record(runId, attempts));
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String lifecycle = row.getString(6);
        return new Waiting(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getInt(4),
                row.getLong(5),
                lifecycle == null ? null : LifecycleWish.valueOf(lifecycle),
                new Wanted(row.getString(7), row.getString(8), row.getString(9)),
                new Wanted(row.getString(10), row.getString(11), row.getString(12)));
    }
}
