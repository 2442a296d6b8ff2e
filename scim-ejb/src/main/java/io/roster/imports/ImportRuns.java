package io.roster.imports;

import io.roster.outbox.RunCause;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The runs of the job: one at a time on all servers of a database. Whoever goes on with a run has a lease of it that each
 * sign of life renews; when the server goes away, any server takes the run once the lease is over, and goes on in the step
 * that it was in. For the job; the console reads and steers runs through {@link Imports}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportRuns {

    /** How long after its last sign of life the server of a run counts as gone. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private ImportRunWriter writer;

    /** Whether to go on with a run. */
    public enum Beat {
        /** Nobody minds. */
        GO_ON,
        /** An administrator wants it to end. */
        STOP,
        /** Another server goes on with it. */
        LOST
    }

    /**
     * Begins a run. An incremental one becomes a full one where no run of this app has ended well yet.
     *
     * @param kind how much it reads
     * @param cause why
     * @param dryRun whether it is to end before anything is applied
     * @param startedBy the administrator, or {@code null}
     * @return the lease of the new run
     * @throws ImportRunRefused while another run goes on or is held, and when no app is set
     */
    public ImportLease begin(ImportKind kind, RunCause cause, boolean dryRun, String startedBy) {
        return Conflicts.retried(() -> writer.begin(kind, cause, dryRun, startedBy));
    }

    /** {@return the ids of runs that have not ended and whose server is gone; at most one} */
    public List<String> abandoned() {
        return Sql.of(
                        "select r.id from import_run r join import_lease l on l.run_id = r.id"
                                + " where r.state = 'RUNNING' and l.lease_until < ?",
                        Instant.now().toEpochMilli())
                .list(dataSource, row -> row.getString(1));
    }

    /**
     * Takes a run whose server is gone.
     *
     * @param runId the run
     * @return empty when somebody else has it, or it has ended
     */
    public Optional<ImportLease> claim(String runId) {
        return Conflicts.retried(() -> writer.claim(runId));
    }

    /**
     * Gives a sign of life.
     *
     * @param lease of the run
     * @param server this server's name
     * @return whether to go on
     */
    public Beat beat(ImportLease lease, String server) {
        return Conflicts.retried(() -> writer.beat(lease, server));
    }

    /**
     * Notes that a run has come to a step.
     *
     * @param lease of the run
     * @param step the one that begins
     * @return false when another server has the run
     */
    public boolean enter(ImportLease lease, ImportStep step) {
        return Conflicts.retried(() -> writer.enter(lease, step));
    }

    /**
     * Notes for what a run waits, which its page shows until it waits no more, comes to another step, or ends.
     *
     * @param lease of the run
     * @param detail a sentence, shortened to 1000 characters; {@code null} when it waits no more
     */
    public void waits(ImportLease lease, String detail) {
        Conflicts.retried(() -> writer.waits(lease, detail));
    }

    /**
     * Ends a run and gives the lease back. Its pages go; of what it has found and not applied, only a run that is
     * {@link ImportState#DONE} leaves anything but what administrators have decided.
     *
     * @param lease of the run
     * @param state DONE, FAILED or CANCELLED
     * @param detail what to say about it, or {@code null}; shortened to 1000 characters
     * @return false when another server has the run
     */
    public boolean end(ImportLease lease, ImportState state, String detail) {
        return Conflicts.retried(() -> writer.end(lease, state, detail));
    }

    /**
     * Gives the lease of a run back that the safeguard has held.
     *
     * @param lease of the run
     */
    public void release(ImportLease lease) {
        Conflicts.retried(() -> writer.release(lease));
    }

    /** As {@link Imports#stop}. */
    public void stop(String runId) {
        Conflicts.retried(() -> writer.stop(runId));
    }

    /** As {@link Imports#allow}; {@code by} is the administrator. */
    public ImportLease allow(String runId, String by) {
        return Conflicts.retried(() -> writer.resume(runId, ImportStep.APPLY, by));
    }

    /** As {@link Imports#reconsider}. */
    public ImportLease reconsider(String runId) {
        return Conflicts.retried(() -> writer.resume(runId, ImportStep.SAFEGUARD, null));
    }

    /** As {@link Imports#cancel}; {@code by} is the administrator. */
    public void cancel(String runId, String by) {
        Conflicts.retried(() -> writer.cancel(runId, by));
    }

    /** {@return the run that goes on, or is held} */
    public Optional<ImportRun> current() {
        return ImportRunRows.where(dataSource, "state in ('RUNNING', 'HELD')").stream()
                .findFirst();
    }

    /**
     * A run.
     *
     * @param runId its id
     * @return empty when there is none
     */
    public Optional<ImportRun> find(String runId) {
        return ImportRunRows.where(dataSource, "id = ?", runId).stream().findFirst();
    }

    /**
     * What is to be done by the schedule: nothing while a run goes on or is held.
     *
     * @param now the present
     * @return empty for nothing
     */
    public Optional<ImportKind> due(Instant now) {
        if (current().isPresent()) {
            return Optional.empty();
        } else if (hasConfirmed()) {
            return Optional.of(ImportKind.CONFIRMED);
        }
        Optional<Instant> full = ImportRunRows.lastBegan(dataSource, List.of(ImportKind.FULL));
        Optional<Instant> any = ImportRunRows.lastBegan(dataSource, List.of(ImportKind.FULL, ImportKind.INCREMENTAL));
        return ImportSchedule.read(dataSource).due(full, any, now);
    }

    // What was confirmed as a run was about to end would otherwise wait for the next one.
    private boolean hasConfirmed() {
        return !Sql.of("select id from import_candidate where preview = '' and state = 'CONFIRMED'"
                        + " and decided_by is not null fetch first row only")
                .list(dataSource, row -> true)
                .isEmpty();
    }

    /**
     * Runs, the newest first.
     *
     * @param offset how many to leave out
     * @param most how many at most
     * @return runs, the one that goes on included
     */
    public List<ImportRun> page(int offset, int most) {
        return ImportRunRows.page(dataSource, offset, most);
    }

    /** {@return how many runs are remembered} */
    public long count() {
        return Sql.of("select count(*) from import_run")
                .list(dataSource, row -> row.getLong(1))
                .get(0);
    }
}
