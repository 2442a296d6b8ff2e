package io.roster.syncback.imports;

import io.roster.imports.ImportLease;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportRuns;
import io.roster.imports.ImportRuns.Beat;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives signs of life of a run while one of its steps works or waits, on a thread of its own, and says now and then in the
 * log how far it is. To be closed when the step ends.
 */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(3);

    /** How many beats lie between two lines in the log. */
    private static final int BEATS_PER_LINE = 10;

    private final ImportRuns runs;
    private final ImportLease lease;
    private final String server;
    private final Thread thread;
    private volatile Beat last = Beat.GO_ON;
    private final CountDownLatch closed = new CountDownLatch(1);

    Heartbeat(ImportRuns runs, ImportLease lease, String server, ThreadFactory threads) {
        this.runs = runs;
        this.lease = lease;
        this.server = server;
        thread = threads.newThread(this::beat);
        thread.start();
    }

    /** {@return what the last sign of life was answered} */
    Beat last() {
        return last;
    }

    private void beat() {
        try {
            int count = 1;
            do {
                beat(count++);
            } while (last == Beat.GO_ON && !closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A database that is away for a moment ends nothing: the lease outlasts some beats.
    private void beat(int count) {
        try {
            last = runs.beat(lease, server);
            if (count % BEATS_PER_LINE == 0) {
                runs.find(lease.runId()).ifPresent(run -> LOG.info(() -> line(run)));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A sign of life of the import " + lease.runId() + " failed", e);
        }
    }

    /** {@return how far a run is, in one line} */
    static String line(ImportRun run) {
        return "Import " + run.id() + " (" + run.kind() + (run.dryRun() ? ", dry run" : "") + "): " + run.state()
                + " in "
                + run.step() + "; fetched " + run.usersFetched() + " users, " + run.groupsFetched() + " groups, "
                + run.membersFetched() + " memberships; matched " + run.usersMatched() + " of " + run.usersFetched()
                + " users, " + run.groupsMatched() + " of " + run.groupsFetched() + " groups; applied " + run.applied()
                + " of " + run.toApply() + ", refused " + run.refused();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
