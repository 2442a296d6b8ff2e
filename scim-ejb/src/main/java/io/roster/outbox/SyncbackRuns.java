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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The runs of the job: one at a time on all servers of a database. A run holds a lease that it renews with every sign of
 * life; when its server goes away, another run may begin once the lease has ended. For the job; the console reads runs
 * through {@link Syncback}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncbackRuns {

    /** How long after its last sign of life a run counts as gone. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final String COLUMNS = """
            select id, cause, started_by, server, started_at, beat_at, ended_at, ending, detail, stop_requested,
              people, written, unchanged, retried, parked, calls, rate_limited, rate_limit, lowest_remaining,
              crowded, fewest_at_once
            from syncback_run""";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private RunWriter writer;

    /**
     * Begins a run, unless one goes on.
     *
     * @param cause why
     * @param startedBy the administrator, or {@code null}
     * @param server this server's name
     * @return the run's id; empty while another run goes on
     */
    public Optional<String> begin(RunCause cause, String startedBy, String server) {
        return Conflicts.retried(() -> writer.begin(cause, startedBy, server));
    }

    /**
     * Gives a sign of life.
     *
     * @param runId the run
     * @param counts what it did so far
     * @return whether it is to go on: nobody has stopped it, and no other run has taken its place
     */
    public boolean beat(String runId, RunCounts counts) {
        return Conflicts.retried(() -> writer.beat(runId, counts));
    }

    /**
     * Ends a run.
     *
     * @param runId the run
     * @param counts what it did
     * @param ending why it ended
     * @param detail what to say about that, or {@code null}
     */
    public void end(String runId, RunCounts counts, RunEnding ending, String detail) {
        Conflicts.retried(() -> writer.end(runId, counts, ending, detail));
    }

    /**
     * Puts a batch of the people with services into the outbox, where an administrator wanted everybody written again.
     *
     * @return whether there are more
     */
    public boolean refill() {
        return Conflicts.retried(writer::refill);
    }

    /** {@return how sync-back goes about it} */
    public SyncbackSettings settings() {
        return SyncbackSettings.read(dataSource);
    }

    /**
     * Has everybody looked at again where other attributes are configured than when that was last done: what is assigned
     * goes to the new ones, and what Roster wrote into the old ones is cleared.
     *
     * @param attributes as configured
     */
    public void aim(OktaAttributes attributes) {
        if (!isAimed(attributes)) {
            Conflicts.retried(() -> writer.aim(attributes));
        }
    }

    /**
     * Whether everybody was put into the outbox for these attributes, or is being so.
     *
     * @param attributes as configured
     * @return false where {@link #aim} has something to do
     */
    public boolean isAimed(OktaAttributes attributes) {
        return Sql.of("select number_attribute, extension_attribute from syncback_lease")
                .list(dataSource, row -> new OktaAttributes(row.getString(2), row.getString(1)))
                .contains(attributes);
    }

    /** {@return whether everybody is to be written again} */
    public boolean isRefilling() {
        return !Sql.of("select id from syncback_lease where refill_after is not null")
                .list(dataSource, row -> true)
                .isEmpty();
    }

    /** {@return the run that began last, whether it goes on or not} */
    public Optional<SyncbackRun> last() {
        return read(dataSource, 0, 1).stream().findFirst();
    }

    static List<SyncbackRun> read(DataSource dataSource, int offset, int most) {
        return Sql.of(COLUMNS + " order by started_at desc, id desc offset ? rows fetch next ? rows only", offset, most)
                .list(dataSource, SyncbackRuns::run);
    }

    private static SyncbackRun run(ResultSet row) throws SQLException {
        String ending = row.getString(8);
        return new SyncbackRun(
                row.getString(1),
                RunCause.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                ending == null ? null : Instant.ofEpochMilli(row.getLong(7)),
                ending == null ? null : RunEnding.valueOf(ending),
                row.getString(9),
                row.getBoolean(10),
                new RunCounts(
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16),
                        row.getLong(17),
                        row.getInt(18),
                        row.getInt(19),
                        row.getLong(20),
                        row.getInt(21)));
    }
}
