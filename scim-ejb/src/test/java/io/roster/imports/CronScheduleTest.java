package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0 2 * * *,       UTC,              2026-11-22T02:00:00Z, 2026-11-23T02:00:00Z",
        "0 2 * * *,       Europe/Berlin,    2026-11-22T02:00:00Z, 2026-11-23T01:00:00Z",
        "*/15 8-17 * * 1-5, America/New_York, 2026-11-20T22:46:00Z, 2026-11-23T13:00:00Z",
        "30 0 1 */3 *,    UTC,              2026-11-22T02:00:00Z, 2027-01-01T00:30:00Z",
        "0 12 * * 0,      UTC,              2026-11-22T11:59:59Z, 2026-11-22T12:00:00Z",
        // clocks go forward: there is no half past two
        "30 2 * * *,      Europe/Berlin,    2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        // clocks go back: half past two comes twice, and counts once
        "30 2 * * *,      Europe/Berlin,    2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "30 2 * * *,      Europe/Berlin,    2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"
    })
    void comesByTheClocksOfItsZone(String expression, String zone, Instant after, Instant next) {
        assertThat(CronSchedule.of(expression, ZoneId.of(zone)).after(after)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "60 * * * *", "0 25 * * *", "tomorrow", "0 0 * * * *", "@reboot"})
    void otherTextsAreRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> CronSchedule.of(expression, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "0 2 * * *,    0 * * * *,    false",
        "0 * * * *,    0 2 * * *,    true",
        "0 * * * *,    0 * * * *,    false",
        "30 * * * *,   0 * * * *,    false",
        "* * * * *,    */2 * * * *,  true",
        "0 2 * * 1-5,  0 2 * * *,    false",
        "0 2 * * *,    0 2 1 * *,    true"
    })
    void aFullImportIsNotMoreOftenThanAnIncrementalOne(String full, String incremental, boolean more) {
        assertThat(of(full).isMoreOftenThan(of(incremental), NOVEMBER)).isEqualTo(more);
    }

    private static CronSchedule of(String expression) {
        return CronSchedule.of(expression, ZoneOffset.UTC);
    }

    @Test
    void whatWasMissedIsMadeUpForOnce() {
        ImportSchedule schedule = new ImportSchedule(true, "0 2 * * *", "0 * * * *", ZoneOffset.UTC, NOVEMBER);
        Instant night = Instant.parse("2026-11-20T02:00:00Z");
        Instant now = Instant.parse("2026-11-22T09:30:00Z");
        assertThat(schedule.due(Optional.of(night), Optional.of(night), now)).contains(ImportKind.FULL);
        assertThat(schedule.due(Optional.of(now), Optional.of(now), now)).isEmpty();
        assertThat(schedule.due(Optional.of(now), Optional.of(now), now.plusSeconds(1799)))
                .isEmpty();
        assertThat(schedule.due(Optional.of(now), Optional.of(now), now.plusSeconds(1800)))
                .contains(ImportKind.INCREMENTAL);
    }

    @Test
    void nothingFromBeforeItWasSavedIsMadeUpFor() {
        ImportSchedule schedule = new ImportSchedule(
                true, "0 2 * * *", "0 * * * *", ZoneOffset.UTC, Instant.parse("2026-11-22T09:10:00Z"));
        assertThat(schedule.due(Optional.empty(), Optional.empty(), Instant.parse("2026-11-22T09:59:59Z")))
                .isEmpty();
        assertThat(schedule.due(Optional.empty(), Optional.empty(), Instant.parse("2026-11-22T10:00:00Z")))
                .contains(ImportKind.INCREMENTAL);
        assertThat(schedule.due(Optional.empty(), Optional.empty(), Instant.parse("2026-11-23T02:00:00Z")))
                .contains(ImportKind.FULL);
    }

    @Test
    void nothingIsDueWhereNothingIsScheduled() {
        ImportSchedule schedule = new ImportSchedule(false, "* * * * *", "* * * * *", ZoneOffset.UTC, NOVEMBER);
        assertThat(schedule.due(Optional.empty(), Optional.empty(), Instant.parse("2026-11-22T10:00:00Z")))
                .isEmpty();
    }
}
