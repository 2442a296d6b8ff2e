package io.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a state that a server comes to by itself. */
public final class Wait {
    // Soon enough to see a state in passing, and no load by itself.
    private static final long STEP_MILLIS = 20;

    private Wait() {}

    /** Returns as soon as it is so, and fails when it is not so in time. */
    public static void until(Duration patience, BooleanSupplier state) {
        Instant end = Instant.now().plus(patience);
        while (!state.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
