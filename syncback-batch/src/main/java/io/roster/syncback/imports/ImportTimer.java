package io.roster.syncback.imports;

import io.roster.imports.CandidatesConfirmed;
import io.roster.imports.ImportJob;
import io.roster.imports.ImportKind;
import io.roster.imports.ImportRunRefused;
import io.roster.imports.ImportRuns;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.outbox.RunCause;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the job {@code okta-import} by its schedule, after confirmations, and for a run whose server is gone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportTimer {

    private static final Logger LOG = Logger.getLogger(ImportTimer.class.getName());

    @EJB
    private ImportRuns runs;

    @EJB
    private OktaConnections connections;

    @Inject
    private ImportJob job;

    /** Each minute on one of the servers, because it is persistent: schedules may change at any time. */
    @Schedule(hour = "*", minute = "*", info = "okta-import")
    void look() {
        try {
            runs.due(Instant.now()).ifPresent(kind -> begin(kind, RunCause.TIMER, null));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The schedule of the import cannot be read", e);
        }
    }

    /** On every server, so that a run goes on within a minute; of several servers, one gets it. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "okta-import-resume")
    void resume() {
        runs.abandoned().forEach(runId -> runs.claim(runId).ifPresent(lease -> {
            LOG.info(() -> "The import " + runId + " goes on here: its server is gone");
            job.start(lease);
        }));
    }

    /**
     * Applies what was confirmed, at once. While a run goes on, that one does it; while one is held, it waits.
     *
     * @param confirmed by whom
     */
    public void confirmed(@Observes CandidatesConfirmed confirmed) {
        begin(ImportKind.CONFIRMED, RunCause.ADMINISTRATOR, confirmed.by());
    }

    private void begin(ImportKind kind, RunCause cause, String by) {
        try {
            if (kind != ImportKind.CONFIRMED) {
                connections.current();
            }
            job.start(runs.begin(kind, cause, false, by));
        } catch (ImportRunRefused e) {
            LOG.fine(() -> "No import " + kind + ": " + e.reason());
        } catch (OktaRefused e) {
            LOG.log(
                    Level.WARNING,
                    "The import " + kind + " is due, and there is no connection to Okta: {0}",
                    e.reason());
        }
    }
}
