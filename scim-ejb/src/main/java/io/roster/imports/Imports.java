package io.roster.imports;

import io.roster.access.Roles;
import io.roster.imports.ImportRunRefused.Reason;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.outbox.RunCause;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The runs of the import as administrators see and steer them. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Imports {

    @EJB
    private ImportRuns runs;

    @EJB
    private OktaConnections connections;

    @Inject
    private ImportJob job;

    @Resource
    private SessionContext session;

    /**
     * Runs, the newest first.
     *
     * @param offset how many to leave out
     * @param most how many at most
     * @return runs, the one that goes on included
     */
    public List<ImportRun> runs(int offset, int most) {
        return runs.page(offset, most);
    }

    /** {@return how many runs are remembered} */
    public long count() {
        return runs.count();
    }

    /** {@return the run that goes on, or is held} */
    public Optional<ImportRun> current() {
        return runs.current();
    }

    /** {@return the run that began last, whether it goes on or not} */
    public Optional<ImportRun> last() {
        return runs.page(0, 1).stream().findFirst();
    }

    /**
     * A run.
     *
     * @param runId its id
     * @return empty when there is none
     */
    public Optional<ImportRun> find(String runId) {
        return runs.find(runId);
    }

    /**
     * Starts a run on this server and returns while it goes on. An incremental one reads everything where no run has ended
     * well before.
     *
     * @param kind {@link ImportKind#FULL} or {@link ImportKind#INCREMENTAL}
     * @param dryRun whether it is to end before anything is applied
     * @return the run's id
     * @throws ImportRunRefused when another one goes on or is held, or there is no app or no connection
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String start(ImportKind kind, boolean dryRun) {
        if (kind == ImportKind.CONFIRMED) {
            throw new IllegalArgumentException("Such a run starts by itself");
        }
        requireConnection();
        ImportLease lease = runs.begin(kind, RunCause.ADMINISTRATOR, dryRun, name());
        job.start(lease);
        return lease.runId();
    }

    private void requireConnection() {
        try {
            connections.current();
        } catch (OktaRefused e) {
            throw new ImportRunRefused(Reason.NO_CONNECTION);
        }
    }

    /**
     * Tells a run that goes on to stop: it ends within seconds, and what it has applied stays.
     *
     * @param runId the run
     * @throws ImportRunRefused when it has ended, or is held
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void stop(String runId) {
        runs.stop(runId);
    }

    /**
     * Lets a run that is held apply what it has found, over the threshold.
     *
     * @param runId the run
     * @throws ImportRunRefused when it is not held
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void allow(String runId) {
        job.start(runs.allow(runId, name()));
    }

    /**
     * Has the safeguard look again at a run that is held, for instance with another threshold.
     *
     * @param runId the run
     * @throws ImportRunRefused when it is not held
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void reconsider(String runId) {
        job.start(runs.reconsider(runId));
    }

    /**
     * Ends a run that is held. What it found is forgotten, apart from what administrators have decided; later runs may
     * begin, and find it again.
     *
     * @param runId the run
     * @throws ImportRunRefused when it is not held
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void cancel(String runId) {
        runs.cancel(runId, name());
    }

    private String name() {
        return session.getCallerPrincipal().getName();
    }
}
