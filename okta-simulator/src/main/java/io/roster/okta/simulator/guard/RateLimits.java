package io.roster.okta.simulator.guard;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.Bucket;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests Okta allows. Each {@link Bucket} has a fixed window of a minute that begins with its first request and
 * ends at a full second; a token may be confined to a share of it.
 */
public final class RateLimits {
    /** A number of requests that nobody reaches. */
    public static final int UNLIMITED = 1_000_000_000;

    private final Clock clock;
    private final Map<Bucket, Integer> limits = new EnumMap<>(Bucket.class);
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private double share = 1;
    private int refused;

    /** Okta's own limits, by this clock. */
    public RateLimits(Clock clock) {
        this.clock = clock;
        for (Bucket bucket : Bucket.values()) {
            limits.put(bucket, bucket.perMinute());
        }
    }

    /** Allows this many requests a minute in each bucket from its next window on. */
    public synchronized void limit(int perMinute) {
        limits.replaceAll((bucket, before) -> perMinute);
        windows.clear();
    }

    /** Allows this many requests a minute in one bucket from its next window on. */
    public synchronized void limit(Bucket bucket, int perMinute) {
        limits.put(bucket, perMinute);
        windows.clear();
    }

    /** Confines each token to this share (above 0, at most 1) of every bucket; Okta's default is a half. */
    public synchronized void tokenShare(double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("A token's share must be above 0 and at most 1, not " + value);
        }
        share = value;
        windows.clear();
    }

    /** How many requests were one too many so far. */
    public synchronized int refused() {
        return refused;
    }

    /** Counts a request of a token and says what is left, or that it was one too many. */
    public synchronized Allowance count(Bucket bucket, String token) {
        long now = clock.millis();
        int limit = limits.get(bucket);
        Window org = window(bucket.name(), limit, now);
        Window own = share == 1 ? org : window(bucket.name() + " " + token, (int) Math.ceil(limit * share), now);
        if (org.left() == 0 || own.left() == 0) {
            refused++;
            return (own.left() == 0 ? own : org).allowance(false);
        }
        org.take();
        if (own != org) {
            own.take();
        }
        return (own.left() <= org.left() ? own : org).allowance(true);
    }

    private Window window(String key, int limit, long now) {
        return windows.compute(
                key, (unused, known) -> known == null || known.over(now) ? new Window(limit, now) : known);
    }

    /**
     * What the answer to a request says of the limit.
     *
     * @param allowed whether the request was within it
     * @param limit requests a minute
     * @param remaining how many are left in this window
     * @param reset when the next window begins, in seconds since 1970
     */
    public record Allowance(boolean allowed, int limit, int remaining, long reset) {
        /** The answer with X-Rate-Limit-Limit, -Remaining and -Reset. */
        public ApiAnswer on(ApiAnswer answer) {
            return answer.with("X-Rate-Limit-Limit", String.valueOf(limit))
                    .with("X-Rate-Limit-Remaining", String.valueOf(remaining))
                    .with("X-Rate-Limit-Reset", String.valueOf(reset));
        }
    }

    private static final class Window {
        private final int limit;
        private final long reset;
        private int left;

        Window(int limit, long now) {
            this.limit = limit;
            this.left = limit;
            this.reset = now / 1000 + 60;
        }

        boolean over(long now) {
            return now >= reset * 1000;
        }

        int left() {
            return left;
        }

        void take() {
            left--;
        }

        Allowance allowance(boolean allowed) {
            return new Allowance(allowed, limit, left, reset);
        }
    }
}
