package io.roster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0.50, 1",
        "1, 0.99, 1",
        "2, 0.50, 1",
        "3, 0.50, 2",
        "100, 0.50, 50",
        "100, 0.99, 99",
        "1000, 0.99, 990"
    })
    void isTheNearestRank(int count, double share, double milliseconds) {
        long[] oneToCount =
                LongStream.rangeClosed(1, count).map(ms -> ms * 1_000_000).toArray();

        assertThat(Measurement.percentile(oneToCount, share)).isEqualTo(milliseconds);
    }
}
