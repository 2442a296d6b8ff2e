package io.roster.console.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, time.ago.now, 0",
        "PT-59S, time.ago.now, 0",
        "PT30S, time.ago.now, 0",
        "PT-60S, time.ago.minutes, 1",
        "PT-59M-59S, time.ago.minutes, 59",
        "PT-60M, time.ago.hours, 1",
        "PT-24H, time.ago.days, 1",
        "P-29D, time.ago.days, 29",
        "P-30D, time.ago.months, 1",
        "P-364D, time.ago.months, 12",
        "P-365D, time.ago.years, 1",
        "PT5M, time.in.minutes, 5",
        "P90D, time.in.months, 3",
        "P800D, time.in.years, 2",
    })
    void saysItInOneUnit(Duration distance, String key, long count) {
        Age age = Age.between(NOW, NOW.plus(distance));
        assertThat(age.key()).isEqualTo(key);
        assertThat(age.count()).isEqualTo(count);
    }
}
