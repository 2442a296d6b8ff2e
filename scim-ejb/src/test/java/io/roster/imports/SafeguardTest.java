package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
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

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1000, 20, 5000, 20, 201",
                "1000, 20, 1000, 10, 101",
                "1001, 20, 1001, -, 201",
                "100, 20, 100, 33, 34",
                "100, 20, 99, 20, -",
                "5000, -, 5000, -, -",
            })
    void soManyHaveToLeave(long linked, Integer app, long active, Integer org, Long least) {
        OptionalLong found = Safeguard.least(linked, app, active, org);
        assertThat(found).isEqualTo(least == null ? OptionalLong.empty() : OptionalLong.of(least));
        if (least != null) {
            Safeguard one = new Safeguard(linked, least, active, least);
            Safeguard less = new Safeguard(linked, least - 1, active, least - 1);
            assertThat(one.stopsByApp(app) || one.stopsByOrg(org)).isTrue();
            assertThat(less.stopsByApp(app) || less.stopsByOrg(org)).isFalse();
        }
    }
}
