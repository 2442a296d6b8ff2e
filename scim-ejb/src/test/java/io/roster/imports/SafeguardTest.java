package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the safeguard stops an import. */
class SafeguardTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "101, 20, 20, false",
                "101, 21, 20, true",
                "100, 100, 20, false",
                "1000, 200, 20, false",
                "1000, 201, 20, true",
                "1000, 1000, -, false",
                "1000, 1, 0, true",
                "1000, 0, 0, false",
                "1000, 1000, 100, false",
                "0, 0, 20, false",
            })
    void ofTheApp(long total, long leaving, Integer threshold, boolean stops) {
        assertThat(new Safeguard(total, leaving, 0, 0).stopsByApp(threshold)).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "99, 99, 20, false",
                "100, 20, 20, false",
                "100, 21, 20, true",
                "5000, 1000, 20, false",
                "5000, 1001, 20, true",
                "5000, 5000, -, false",
            })
    void ofAllPeople(long total, long leaving, Integer threshold, boolean stops) {
        assertThat(new Safeguard(0, 0, total, leaving).stopsByOrg(threshold)).isEqualTo(stops);
    }
}
