package io.roster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInFailureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, PT0S", "4, PT0S", "5, PT30S", "6, PT1M", "7, PT2M", "9, PT8M", "10, PT15M", "2000000000, PT15M"})
    void waitsTwiceAsLongAfterEachAttempt(int attempts, Duration wait) {
        assertThat(SignInFailure.waitAfter(attempts)).isEqualTo(wait);
    }

    @Test
    void beginsAnewAfterADay() {
        SignInFailure failure = new SignInFailure("admin", "192.0.2.1");
        for (int i = 0; i < SignInFailure.FREE_ATTEMPTS; i++) {
            assertThat(failure.isBlocked(NOW)).isFalse();
            failure.attempt(NOW);
        }
        assertThat(failure.isBlocked(NOW)).isTrue();
        Instant later = NOW.plus(Duration.ofDays(2));
        failure.attempt(later);
        assertThat(failure.isBlocked(later)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void aHostIsOneNetworkWhateverAddressItTakes(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
