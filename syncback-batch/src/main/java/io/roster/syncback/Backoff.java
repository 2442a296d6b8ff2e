package io.roster.syncback;

import java.time.Duration;

/** How long to wait before a person is tried again: longer each time, and never all at the same moment. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Backoff() {}

    /**
     * The wait after a failure.
     *
     * @param attempts how many failed before this one, from 0
     * @param chance between 0 and 1: where within the upper half of the wait it falls
     * @return at least half of the full wait, which doubles from 15 seconds to 30 minutes
     */
    static Duration after(int attempts, double chance) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts, 20));
        return Duration.ofMillis(Math.round(full * (0.5 + chance / 2)));
    }
}
