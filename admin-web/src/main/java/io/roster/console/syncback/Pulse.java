package io.roster.console.syncback;

import io.roster.outbox.RowState;
import io.roster.outbox.Syncback;
import io.roster.outbox.SyncbackRun;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How far sync-back is, for pages that ask again and again. However many of them do, this server asks the database at most
 * once a second, and never spends more than a tenth of the time with it.
 */
@ApplicationScoped
public class Pulse {

    private static final long OFTEN = TimeUnit.SECONDS.toNanos(1);
    private static final int REST = 9;

    @EJB
    private Syncback syncback;

    private final Semaphore reading = new Semaphore(1);
    private volatile Beat last;

    /**
     * What was seen.
     *
     * @param run the run that began last, or {@code null}
     * @param counts how many people are in each state; states with nobody are left out
     * @param fresh until when that is good enough for pages that ask again, as {@link System#nanoTime}
     */
    record Beat(SyncbackRun run, Map<RowState, Long> counts, long fresh) {}

    /** {@return what was seen a moment ago} */
    Beat recent() {
        Beat known = last;
        if (known == null) {
            return read();
        }
        if (System.nanoTime() - known.fresh() < 0 || !reading.tryAcquire()) {
            return known;
        }
        try {
            return read();
        } finally {
            reading.release();
        }
    }

    /** {@return what is} */
    Beat read() {
        long begun = System.nanoTime();
        SyncbackRun run = syncback.latest().orElse(null);
        Map<RowState, Long> counts = syncback.counts();
        long ended = System.nanoTime();
        Beat beat = new Beat(run, counts, ended + Math.max(OFTEN, REST * (ended - begun)));
        last = beat;
        return beat;
    }
}
