package io.roster.syncback.rate;

import io.roster.syncback.okta.RateLimit;
import java.time.Instant;

/**
 * What is known of one of Okta's rate limit buckets, from the headers of its answers. Not thread-safe: guarded by
 * {@link RateBudgets}. Times are nanoseconds of one running clock.
 */
final class Bucket {

    private static final long MINUTE = 60_000_000_000L;
    /** How long who waits for the first answer waits before asking again. */
    private static final long FIRST_ANSWER = 20_000_000L;
    /** What a late caller may catch up, so that pauses of the machine cost nothing. */
    private static final long CATCH_UP = 250_000_000L;

    /** Longer than answers overtake each other. */
    private static final long LONG_SINCE = 5_000_000_000L;

    private final int sharePercent;

    private Pace pace;
    private boolean known;
    private int limit;
    private Instant reset = Instant.MIN;
    private long windowBegan;
    private long windowEnds;
    private int remaining;
    private int answeredInWindow;
    private int inFlight;
    private long pausedUntil = Long.MIN_VALUE;

    Bucket(int sharePercent, Pace pace) {
        this.sharePercent = sharePercent;
        this.pace = pace;
    }

    /** When the next call may go. */
    static final class Pace {
        private long next = Long.MIN_VALUE;
    }

    void follow(Pace other) {
        pace = other;
    }

    /** {@return 0 for a call that may go now, and counts; otherwise how long to wait before asking again} */
    long take(long now) {
        if (now < pausedUntil) {
            return pausedUntil - now;
        }
        if (!known && inFlight > 0) {
            return FIRST_ANSWER;
        }
        if (limit > 0) {
            // Others use the bucket too: each call that is under way may have taken one of what remained.
            if (now < windowEnds && remaining - inFlight <= Math.max(1, limit / 200)) {
                return windowEnds - now;
            }
            long interval = Math.max(1, Math.round(MINUTE * 100.0 / ((double) limit * sharePercent)));
            long slot = Math.max(pace.next, now - Math.max(CATCH_UP, 2 * interval));
            slot = pace.next == Long.MIN_VALUE ? now : slot;
            if (slot > now) {
                return slot - now;
            }
            pace.next = slot + interval;
        }
        inFlight++;
        return 0;
    }

    void answered(long now, RateLimit said) {
        inFlight--;
        known = true;
        if (said.isConcurrency()) {
            return;
        }
        if (said.reset().isAfter(reset)) {
            reset = said.reset();
            windowBegan = now;
            windowEnds = now + said.untilReset().toNanos();
            remaining = said.remaining();
            answeredInWindow = 1;
        } else if (said.reset().equals(reset)) {
            remaining = Math.min(remaining, said.remaining());
            answeredInWindow++;
        }
        limit = said.limit();
    }

    /** An answer that says nothing of a limit. */
    void answered() {
        inFlight--;
        known = true;
    }

    /** No answer, or none of Okta's. */
    void unanswered() {
        inFlight--;
    }

    void pause(long until) {
        pausedUntil = Math.max(pausedUntil, until);
    }

    /** {@return how many calls others seem to have made in this window} */
    int foreign() {
        return limit - remaining - answeredInWindow - inFlight;
    }

    /**
     * Whether another bucket is surely not this one, judged when an answer of this one has just come: it allows another
     * number, or has long since been in a later window.
     */
    boolean isApart(Bucket other, long now) {
        return limit != other.limit || reset.isBefore(other.reset) && now - other.windowBegan > LONG_SINCE;
    }

    boolean sameWindow(Bucket other) {
        return limit > 0 && limit == other.limit && reset.equals(other.reset);
    }

    boolean hasLimit() {
        return limit > 0;
    }

    int limit() {
        return limit;
    }

    int remaining() {
        return remaining;
    }

    int answeredInWindow() {
        return answeredInWindow;
    }

    int inFlight() {
        return inFlight;
    }
}
