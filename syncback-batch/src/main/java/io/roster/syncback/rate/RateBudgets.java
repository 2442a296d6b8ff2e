package io.roster.syncback.rate;

import io.roster.syncback.okta.RateLimit;
import io.roster.syncback.rate.Bucket.Pace;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a run to its share of Okta's rate limits, which it learns from the answers. Calls go out evenly spaced, so that
 * others find room at any moment and no window sees more than the share. Reading and changing users may count in one
 * bucket or in two: until the answers have shown which, they are taken for one.
 *
 * <p>Thread-safe. Times are nanoseconds of one running clock.
 *
 * @see <a href="https://developer.okta.com/docs/reference/rate-limits/">Rate limits</a>
 */
public final class RateBudgets {

    /** What a call does, as far as buckets go. */
    public enum Use {
        /** Reads a user. */
        READ,
        /** Changes a user or its status. */
        WRITE
    }

    /** How long who finds too many calls under way waits before asking again. */
    private static final long ROOM = Duration.ofMillis(10).toNanos();
    /** A 429 that names no time: Okta's windows last a minute. */
    private static final Duration UNSAID = Duration.ofSeconds(60);

    private final Pace joint = new Pace();
    private final Pace writing = new Pace();
    private final Map<Use, Bucket> buckets = new EnumMap<>(Use.class);
    private final AtOnce atOnce;
    private long calls;
    private long limited;
    private int lowestRemaining = Integer.MAX_VALUE;

    /**
     * Knows nothing of Okta's limits yet: the first call goes alone.
     *
     * @param sharePercent how much of each bucket may be used, 1 to 100
     * @param mostAtOnce how many calls may wait for an answer at once, at least 1; fewer while Okta finds that too many
     */
    public RateBudgets(int sharePercent, int mostAtOnce) {
        atOnce = new AtOnce(mostAtOnce);
        for (Use use : Use.values()) {
            buckets.put(use, new Bucket(sharePercent, joint));
        }
    }

    /**
     * Asks for a call.
     *
     * @param use what it does
     * @param now the present
     * @return 0 where it may go now: it is then to be answered by one of the methods below. Otherwise how long to wait
     *     before asking again
     */
    public synchronized long take(Use use, long now) {
        if (!atOnce.hasRoom(now)) {
            return ROOM;
        }
        long wait = buckets.get(use).take(now);
        if (wait == 0) {
            calls++;
            atOnce.began();
        }
        return wait;
    }

    /**
     * A call was answered, with success or a refusal other than 429.
     *
     * @param use what it did
     * @param now the present
     * @param said what the answer says of the bucket
     */
    public synchronized void answered(Use use, long now, Optional<RateLimit> said) {
        atOnce.ended();
        Bucket bucket = buckets.get(use);
        if (said.isEmpty()) {
            bucket.answered();
            return;
        }
        bucket.answered(now, said.get());
        if (!said.get().isConcurrency()) {
            lowestRemaining = Math.min(lowestRemaining, said.get().remaining());
        }
        tellApart(use, now);
    }

    /**
     * A call was not answered by Okta.
     *
     * @param use what it was to do
     */
    public synchronized void unanswered(Use use) {
        atOnce.ended();
        buckets.get(use).unanswered();
    }

    /**
     * A call was refused with 429. Either there were too many of them: nothing goes until the time that Okta names. Or too
     * many ran at once: nothing goes for a second, and fewer at once after that.
     *
     * @param use what it was to do
     * @param now the present
     * @param said what the answer says of the bucket
     */
    public synchronized void limited(Use use, long now, Optional<RateLimit> said) {
        limited++;
        answered(use, now, said);
        if (said.isPresent() && said.get().isConcurrency()) {
            atOnce.refused(now);
            // It is one limit for all calls of an org.
            buckets.values().forEach(bucket -> bucket.pause(now + AtOnce.PAUSE));
            return;
        }
        Duration wait = said.map(RateLimit::untilReset).orElse(UNSAID);
        buckets.get(use).pause(now + wait.toNanos());
    }

    private void tellApart(Use use, long now) {
        Bucket read = buckets.get(Use.READ);
        Bucket write = buckets.get(Use.WRITE);
        if (!read.hasLimit() || !write.hasLimit()) {
            return;
        }
        boolean apart = use == Use.READ ? read.isApart(write, now) : write.isApart(read, now);
        if (apart) {
            write.follow(writing);
        } else if (use == Use.READ && read.sameWindow(write)) {
            compare(read, write);
        }
    }

    // In one bucket, what changes took is gone from what remains for reading. Twice what is under way is seen before
    // anything is concluded, because whether Okta has counted that already is not known.
    private void compare(Bucket read, Bucket write) {
        int seen = write.answeredInWindow();
        if (seen >= 2 * (read.inFlight() + write.inFlight()) + 4) {
            write.follow(2 * read.foreign() >= seen ? joint : writing);
        }
    }

    /** {@return how many calls went out} */
    public synchronized long calls() {
        return calls;
    }

    /** {@return how many answers were 429} */
    public synchronized long limitedCalls() {
        return limited;
    }

    /** {@return how many of these said that too many calls ran at once} */
    public synchronized long crowded() {
        return atOnce.refusals();
    }

    /** {@return to how many calls at once the run came down because of that; 0 where it did not} */
    public synchronized int fewestAtOnce() {
        return atOnce.fewest();
    }

    /** {@return what Okta allows in a minute for changes, else for reading; 0 where it did not say} */
    public synchronized int limit() {
        int write = buckets.get(Use.WRITE).limit();
        return write > 0 ? write : buckets.get(Use.READ).limit();
    }

    /** {@return the fewest calls that were left in any window; 0 where Okta did not say} */
    public synchronized int lowestRemaining() {
        return lowestRemaining == Integer.MAX_VALUE ? 0 : lowestRemaining;
    }
}
