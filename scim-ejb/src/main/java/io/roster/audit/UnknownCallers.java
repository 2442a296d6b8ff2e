package io.roster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Limits how many events the requests without valid credentials leave in each minute. */
@ApplicationScoped
public class UnknownCallers {

    static final int RECORDED_A_MINUTE = 60;

    private static final Logger LOG = Logger.getLogger(UnknownCallers.class.getName());
    private static final int SECONDS = 60;

    private long minute;
    private int seen;

    synchronized boolean isWorthRecording(Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        if (current != minute) {
            if (seen > RECORDED_A_MINUTE) {
                LOG.log(
                        Level.WARNING,
                        "{0} requests without valid credentials came within a minute; the first {1} are in the events.",
                        new Object[] {seen, RECORDED_A_MINUTE});
            }
            minute = current;
            seen = 0;
        }
        seen++;
        return seen <= RECORDED_A_MINUTE;
    }
}
