package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import javax.sql.DataSource;

/**
 * The outbox as the job works through it, a batch at a time. For the server's own job: no page and no request gets here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxQueue {

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
     * @param attributes where it is to be written
     * @return people with what they have now, read after the count of changes
     */
    public List<Waiting> due(long now, Waiting after, int most, OktaAttributes attributes) {
        return new DueRows(dataSource, attributes).page(now, after, most);
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
     * Notes what is about to be written and where, before any call.
     *
     * @param people a batch, as it was read
     * @param attributes where it is to be written
     */
    public void announce(List<Waiting> people, OktaAttributes attributes) {
        List<Waiting> unannounced = people.stream()
                .filter(person ->
                        !person.moved().isEmpty() || !person.unannounced().isEmpty())
                .toList();
        if (!unannounced.isEmpty()) {
            Conflicts.retried(() -> writer.announce(unannounced, attributes));
        }
    }

    /**
     * Records what came of a batch. A person whose services changed since they were read stays due.
     *
     * @param runId the run
     * @param attempts a batch, each person at most once
     * @param attributes where it was to be written
     */
    public void record(String runId, List<Attempt> attempts, OktaAttributes attributes) {
        if (!attempts.isEmpty()) {
            Conflicts.retried(() -> writer.record(runId, attempts, attributes));
        }
    }
}
