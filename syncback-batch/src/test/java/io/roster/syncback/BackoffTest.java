package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 7.5",
        "0, 1, 15",
        "1, 1, 30",
        "3, 0.5, 90",
        "6, 1, 960",
        "7, 1, 1800",
        "7, 0, 900",
        "2000000000, 1, 1800"
    })
    void growsToHalfAnHour(int attempts, double chance, double seconds) {
        assertThat(Backoff.after(attempts, chance).toMillis()).isEqualTo(Math.round(seconds * 1000));
    }
}
