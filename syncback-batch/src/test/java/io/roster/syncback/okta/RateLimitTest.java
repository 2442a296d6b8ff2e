package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final String DATE = "Fri, 21 Nov 2025 21:20:00 GMT";

    private static MultivaluedMap<String, Object> headers(String limit, String remaining, String reset, String date) {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        headers.add("x-rate-limit-limit", limit);
        headers.add("X-Rate-Limit-Remaining", remaining);
        headers.add("X-RATE-LIMIT-RESET", reset);
        headers.add("Date", date);
        return headers;
    }

    @Test
    void waitsByOktasClock() {
        RateLimit limit = RateLimit.of(headers("600", "0", "1763760060", DATE)).orElseThrow();
        assertThat(limit.answered()).isEqualTo(Instant.parse("2025-11-21T21:20:00Z"));
        assertThat(limit.untilReset()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void doesNotWaitForAWindowThatHasBegun() {
        assertThat(RateLimit.of(headers("600", "0", "1763750000", DATE))
                        .orElseThrow()
                        .untilReset())
                .isZero();
    }

    @Test
    void tellsConcurrency() {
        assertThat(RateLimit.of(headers("0", "0", "1763760060", DATE))
                        .orElseThrow()
                        .isConcurrency())
                .isTrue();
        assertThat(RateLimit.of(headers("600", "0", "1763760060", DATE))
                        .orElseThrow()
                        .isConcurrency())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"x,0,1", "600,,1", "600,0,soon", "600,0,99999999999999999999"})
    void isNotThereWhereAHeaderIsNoNumber(String limit, String remaining, String reset) {
        assertThat(RateLimit.of(headers(limit, remaining == null ? "" : remaining, reset, DATE)))
                .isEmpty();
    }

    @Test
    void takesThisClockWhereOktaTellsNoTime() {
        Instant before = Instant.now();
        RateLimit limit =
                RateLimit.of(headers("600", "0", "1763760060", "yesterday")).orElseThrow();
        assertThat(limit.answered()).isBetween(before, Instant.now());
    }
}
