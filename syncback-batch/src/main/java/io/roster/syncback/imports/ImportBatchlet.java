package io.roster.syncback.imports;

import io.roster.imports.ImportLease;
import io.roster.imports.ImportRefused;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportRuns;
import io.roster.imports.ImportRuns.Beat;
import io.roster.imports.ImportState;
import io.roster.imports.ImportStep;
import io.roster.syncback.ServerName;
import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A step of the job {@code okta-import}. Where its run is, the run's own rows say: what is done is passed by. */
abstract class ImportBatchlet extends AbstractBatchlet {

    /** The next step may begin. */
    static final String DONE = "DONE";

    /** The run has ended, or is held. */
    static final String ENDED = "ENDED";

    /** This server does not go on with the run. */
    static final String LEFT = "LEFT";

    private static final Logger LOG = Logger.getLogger(ImportBatchlet.class.getName());

    @EJB
    private ImportRuns runs;

    @Inject
    private ServerName server;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String lease;

    private volatile boolean stopped;
    private volatile Heartbeat heartbeat;

    /** {@return which one it is} */
    abstract ImportStep step();

    /**
     * Does it, to its end.
     *
     * @param current as it stands now
     * @param own the right to it
     * @return {@link #DONE}, or {@link #ENDED} after a call of {@link #end} or {@link #release}
     * @throws Interrupted when {@link #isStopped} says so
     * @throws ImportFailure when the run is to end with a sentence
     */
    abstract String work(ImportRun current, ImportLease own);

    @Override
    public String process() {
        ImportLease own = new ImportLease(run, lease);
        Optional<ImportRun> current = runs.find(run).filter(found -> found.state() == ImportState.RUNNING);
        if (current.isEmpty()) {
            return ENDED;
        } else if (current.get().step().compareTo(step()) > 0) {
            return DONE;
        } else if (!runs.enter(own, step())) {
            return LEFT;
        }
        try (Heartbeat beating = new Heartbeat(runs, own, server.get(), threads)) {
            heartbeat = beating;
            return watched(current.get(), own);
        }
    }

    private String watched(ImportRun current, ImportLease own) {
        try {
            return work(current, own);
        } catch (Interrupted e) {
            if (heartbeat.last() == Beat.STOP) {
                end(own, ImportState.CANCELLED, "Stopped by an administrator.");
                return ENDED;
            }
            LOG.info(() -> "The import " + run + " is left in " + step() + "; another server may go on with it");
            return LEFT;
        } catch (ImportFailure e) {
            LOG.log(Level.WARNING, "The import " + run + " failed in " + step() + ": " + e.getMessage(), e.getCause());
            end(own, ImportState.FAILED, e.getMessage());
            return ENDED;
        } catch (ImportRefused e) {
            LOG.log(Level.WARNING, "The import " + run + " failed in " + step() + ": " + e.getMessage());
            end(
                    own,
                    ImportState.FAILED,
                    "The settings of the import cannot be used as they are. " + e.getMessage()
                            + " Mend it in the settings, and start the import again.");
            return ENDED;
        } catch (RuntimeException e) {
            if (isStopped()) {
                LOG.log(Level.INFO, "The import " + run + " is left in " + step(), e);
                return LEFT;
            }
            LOG.log(Level.SEVERE, "The import " + run + " failed in " + step(), e);
            String where = "the log of " + server.get() + " has more about it, under " + run + ".";
            end(own, ImportState.FAILED, "An error of Roster's own: " + where);
            return ENDED;
        }
    }

    /** {@return whether the step is to end, for whatever reason} */
    final boolean isStopped() {
        return stopped || Thread.currentThread().isInterrupted() || heartbeat.last() != Beat.GO_ON;
    }

    /** Ends the run. */
    final void end(ImportLease own, ImportState state, String detail) {
        if (runs.end(own, state, detail)) {
            runs.find(run).ifPresent(ended -> LOG.info(() -> Heartbeat.line(ended)));
        }
    }

    /** Says on the run's page for what it waits; {@code null} for nothing. */
    final void waits(ImportLease own, String sentence) {
        if (sentence != null) {
            LOG.info(() -> "The import " + run + " waits. " + sentence);
        }
        runs.waits(own, sentence);
    }

    /** Leaves the run as it is, for whoever goes on with it. */
    final void release(ImportLease own) {
        runs.release(own);
        runs.find(run).ifPresent(held -> LOG.info(() -> Heartbeat.line(held)));
    }

    final void requireGoingOn() {
        if (isStopped()) {
            throw new Interrupted();
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
