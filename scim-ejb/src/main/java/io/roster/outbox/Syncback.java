package io.roster.outbox;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Sync-back as administrators see and steer it: the queue, the runs, and how to go about it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Syncback {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private SyncbackWriter writer;

    @Inject
    private SyncbackJob job;

    @Resource
    private SessionContext session;

    /** {@return how many people are in each state; states with nobody are left out} */
    public Map<RowState, Long> counts() {
        Map<RowState, Long> counts = new EnumMap<>(RowState.class);
        Sql.of("select state, count(*) from outbox group by state")
                .list(dataSource, row -> counts.put(RowState.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /**
     * A page of the queue.
     *
     * @param query which rows
     * @param offset how many to leave out
     * @param most how many at most
     * @return rows by state, those due first before others
     */
    public List<QueueRow> page(QueueQuery query, int offset, int most) {
        return new QueueRows(dataSource).page(query, offset, most);
    }

    /**
     * Counts no further than a limit.
     *
     * @param query which rows
     * @param limit where to stop
     * @return how many there are, or the limit
     */
    public int count(QueueQuery query, int limit) {
        return new QueueRows(dataSource).count(query, limit);
    }

    /**
     * The row of a person.
     *
     * @param personId the SCIM id
     * @return empty when nothing of the person was ever to be written
     */
    public Optional<QueueRow> find(String personId) {
        return new QueueRows(dataSource).of(personId).stream().findFirst();
    }

    /**
     * Runs, the newest first.
     *
     * @param offset how many to leave out
     * @param most how many at most
     * @return runs, the one that goes on included
     */
    public List<SyncbackRun> runs(int offset, int most) {
        return SyncbackRuns.read(dataSource, offset, most);
    }

    /** {@return the run that began last, whether it goes on or not} */
    public Optional<SyncbackRun> latest() {
        return runs(0, 1).stream().findFirst();
    }

    /** {@return how sync-back goes about it} */
    public SyncbackSettings settings() {
        return SyncbackSettings.read(dataSource);
    }

    /** Starts a run now, unless one goes on. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void start() {
        job.start(RunCause.ADMINISTRATOR, session.getCallerPrincipal().getName());
    }

    /** Tells the run that goes on to stop; what is under way is still recorded. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void stop() {
        Conflicts.retried(writer::stop);
    }

    /**
     * Makes people due at once who are parked, or wait for their next attempt.
     *
     * @param personId one person; {@code null} for all of them
     * @return how many
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public int retry(String personId) {
        return Conflicts.retried(() -> writer.retry(personId));
    }

    /**
     * Takes a person out until resumed; further changes pile up meanwhile.
     *
     * @param personId the SCIM id
     * @return whether there was anything to be written for this person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean hold(String personId) {
        return Conflicts.retried(() -> writer.hold(personId)) > 0;
    }

    /**
     * Has everybody with services looked at and written again where Okta differs, with the next run.
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void writeAll() {
        Conflicts.retried(writer::writeAll);
    }

    /**
     * Saves how sync-back goes about it. Switching it on has everybody with services looked at.
     *
     * @param settings within the ranges that {@link SyncbackSettings} names
     * @return whether anything differs from what was saved before; if so, it is an event
     * @throws IllegalArgumentException when they are not
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean save(SyncbackSettings settings) {
        settings.requireInRange();
        String name = session.getCallerPrincipal().getName();
        Caller caller = new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
        return Conflicts.retried(() -> writer.save(caller, settings));
    }
}
