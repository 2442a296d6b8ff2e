package io.roster.syncback.rate;

import java.time.Duration;

/**
 * How many calls may wait for an answer at once. When Okta says that too many do, it is half as many from then on, and one
 * more after each while in which Okta said no such thing. Not thread-safe: guarded by {@link RateBudgets}. Times are
 * nanoseconds of one running clock.
 */
final class AtOnce {

    /** How long nothing goes out after Okta said so: what was under way is answered by then. */
    static final long PAUSE = Duration.ofSeconds(1).toNanos();

    /** After which time one more is tried: a limit that others use up, too, is not tried out all the time. */
    static final long RECOVERY = Duration.ofSeconds(20).toNanos();

    private final int most;
    private int allowed;
    private int fewest;
    private int underWay;
    private long changed;
    private long halved = Long.MIN_VALUE;
    private long refused;

    AtOnce(int most) {
        this.most = most;
        this.allowed = most;
        this.fewest = most;
    }

    /** {@return whether one more may go} */
    boolean hasRoom(long now) {
        while (allowed < most && now - changed >= RECOVERY) {
            allowed++;
            changed += RECOVERY;
        }
        return underWay < allowed;
    }

    void began() {
        underWay++;
    }

    void ended() {
        underWay--;
    }

    /** Okta said that too many were under way. All that are refused together count once. */
    void refused(long now) {
        refused++;
        if (now < halved + PAUSE) {
            return;
        }
        allowed = Math.max(1, Math.min(allowed, underWay + 1) / 2);
        fewest = Math.min(fewest, allowed);
        changed = now;
        halved = now;
    }

    /** {@return how often Okta said so} */
    long refusals() {
        return refused;
    }

    /** {@return the fewest that were ever allowed; 0 where it was always all} */
    int fewest() {
        return fewest < most ? fewest : 0;
    }
}
