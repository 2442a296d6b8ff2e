package io.roster.syncback;

import io.roster.okta.OktaConnections;
import io.roster.outbox.OutboxQueue;
import io.roster.outbox.RunCause;
import io.roster.outbox.SyncbackJob;
import io.roster.outbox.SyncbackRun;
import io.roster.outbox.SyncbackRuns;
import io.roster.outbox.SyncbackSettings;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks each minute whether it is time for a run of {@code okta-syncback}: on one of the servers that share a database,
 * because it is persistent. How long between two runs is a setting that may change at any time, so the timer does not know
 * it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncbackTimer {

    /** A timer is now and then a little early. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    @EJB
    private SyncbackRuns runs;

    @EJB
    private OutboxQueue queue;

    @EJB
    private OktaConnections connections;

    @Inject
    private SyncbackJob job;

    @Schedule(hour = "*", minute = "*", info = "okta-syncback")
    void look() {
        Instant now = Instant.now();
        SyncbackSettings settings = runs.settings();
        if (settings.enabled() && isTime(runs.last(), settings, now) && hasWork(now)) {
            job.start(RunCause.TIMER, null);
        }
    }

    private boolean hasWork(Instant now) {
        return queue.isDue(now.toEpochMilli()) || runs.isRefilling() || !runs.isAimed(connections.attributes());
    }

    // What a run that was killed has left undone does not wait for the next interval.
    static boolean isTime(Optional<SyncbackRun> last, SyncbackSettings settings, Instant now) {
        Duration interval = Duration.ofMinutes(settings.intervalMinutes()).minus(EARLY);
        return last.map(run -> run.isLost(now) || !run.started().plus(interval).isAfter(now))
                .orElse(true);
    }
}
