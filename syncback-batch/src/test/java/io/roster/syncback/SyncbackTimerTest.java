package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.outbox.RunCause;
import io.roster.outbox.RunCounts;
import io.roster.outbox.RunEnding;
import io.roster.outbox.SyncbackRun;
import io.roster.outbox.SyncbackSettings;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncbackTimerTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final SyncbackSettings HOURLY =
            new SyncbackSettings(true, 50, 10, 60, WhenDeactivated.NOTHING, false, false);

    @ParameterizedTest
    @CsvSource({
        // started and last seen how many seconds ago, how it ended, whether it is time
        "3600, 3500, DRAINED, true",
        "3590, 3500, DRAINED, true",
        "3500, 3400, DRAINED, false",
        "3600, 1, , true",
        "300, 1, , false",
        "300, 29, , false",
        "300, 31, , true",
        "300, 200, LOST, true",
        "300, 200, FAILED, false"
    })
    void aRunThatWasKilledIsFollowedAtOnce(long started, long seen, RunEnding ending, boolean time) {
        var run = new SyncbackRun(
                "r",
                RunCause.TIMER,
                null,
                "server",
                NOW.minusSeconds(started),
                NOW.minusSeconds(seen),
                null,
                ending,
                null,
                false,
                RunCounts.NONE);
        assertThat(SyncbackTimer.isTime(Optional.of(run), HOURLY, NOW)).isEqualTo(time);
    }

    @Test
    void theFirstRunWaitsForNothing() {
        assertThat(SyncbackTimer.isTime(Optional.empty(), HOURLY, NOW)).isTrue();
    }
}
