package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Writes for {@link SyncbackRuns}, one transaction a call. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunWriter {

    private static final int BATCH = 500;

    // Of two servers one changes the row; the other one then finds it changed.
    private static final String TAKE_LEASE =
            "update syncback_lease set run_id = ?, lease_until = ? where lease_until < ?";

    private static final String RENEW_LEASE = "update syncback_lease set lease_until = ? where run_id = ?";

    private static final String GIVE_BACK = "update syncback_lease set run_id = null, lease_until = 0 where run_id = ?";

    private static final String LOST =
            "update syncback_run set ended_at = beat_at, ending = 'LOST' where ending is null and id <> ?";

    private static final String INSERT = """
            insert into syncback_run (id, cause, started_by, server, started_at, beat_at, stop_requested, people, written,
              unchanged, retried, parked, calls, rate_limited) values (?, ?, ?, ?, ?, ?, false, 0, 0, 0, 0, 0, 0, 0)""";

    private static final String COUNT = """
            update syncback_run set beat_at = ?, people = ?, written = ?, unchanged = ?, retried = ?, parked = ?, calls = ?,
              rate_limited = ?, rate_limit = ?, lowest_remaining = ?, crowded = ?, fewest_at_once = ? where id = ?""";

    private static final String END =
            "update syncback_run set ended_at = ?, ending = ?, detail = ? where id = ? and ending is null";

    private static final String AIM =
            "update syncback_lease set number_attribute = ?, extension_attribute = ?, refill_after = ''";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private Outbox outbox;

    /** As {@link SyncbackRuns#begin}. */
    public Optional<String> begin(RunCause cause, String startedBy, String server) {
        long now = Documents.now().toEpochMilli();
        String id = Ids.next();
        try (Connection connection = dataSource.getConnection()) {
            if (!changes(connection, TAKE_LEASE, id, now + SyncbackRuns.LEASE.toMillis(), now)) {
                return Optional.empty();
            }
            changes(connection, INSERT, id, cause.name(), startedBy, server, now, now);
            changes(connection, LOST, id);
            return Optional.of(id);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** As {@link SyncbackRuns#beat}. */
    public Boolean beat(String runId, RunCounts counts) {
        long now = Documents.now().toEpochMilli();
        try (Connection connection = dataSource.getConnection()) {
            count(connection, runId, counts, now);
            return changes(connection, RENEW_LEASE, now + SyncbackRuns.LEASE.toMillis(), runId) && !isStopped(runId);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** As {@link SyncbackRuns#end}. */
    public Void end(String runId, RunCounts counts, RunEnding ending, String detail) {
        long now = Documents.now().toEpochMilli();
        try (Connection connection = dataSource.getConnection()) {
            count(connection, runId, counts, now);
            changes(connection, END, now, ending.name(), OutboxWriter.shortened(detail), runId);
            changes(connection, GIVE_BACK, runId);
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** As {@link SyncbackRuns#aim}. */
    public Void aim(OktaAttributes attributes) {
        try (Connection connection = dataSource.getConnection()) {
            changes(connection, AIM, attributes.number(), attributes.extension());
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** As {@link SyncbackRuns#refill}. */
    public Boolean refill() {
        List<String> after = Sql.of("select refill_after from syncback_lease where refill_after is not null")
                .list(dataSource, row -> row.getString(1));
        if (after.isEmpty()) {
            return false;
        }
        List<Changed> people = Concerned.after(dataSource, after.get(0), BATCH);
        outbox.changed(people.stream().filter(person -> person.oktaId() != null).toList());
        boolean more = people.size() == BATCH;
        try (Connection connection = dataSource.getConnection()) {
            changes(
                    connection,
                    "update syncback_lease set refill_after = ?",
                    more ? people.get(BATCH - 1).personId() : null);
            return more;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private boolean isStopped(String runId) {
        return Sql.of("select stop_requested from syncback_run where id = ?", runId)
                .list(dataSource, row -> row.getBoolean(1))
                .contains(true);
    }

    private static void count(Connection connection, String runId, RunCounts counts, long now) throws SQLException {
        changes(
                connection,
                COUNT,
                now,
                counts.people(),
                counts.written(),
                counts.unchanged(),
                counts.retried(),
                counts.parked(),
                counts.calls(),
                counts.rateLimited(),
                counts.rateLimit(),
                counts.lowestRemaining(),
                counts.crowded(),
                counts.fewestAtOnce(),
                runId);
    }

    private static boolean changes(Connection connection, String statement, Object... values) throws SQLException {
        return Batch.execute(connection, statement, List.of(Arrays.asList(values)))
                .isEmpty();
    }
}
