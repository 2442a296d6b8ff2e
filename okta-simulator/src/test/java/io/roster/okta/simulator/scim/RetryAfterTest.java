package io.roster.okta.simulator.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({
        "120, 1, 120",
        "120, 2, 240",
        "120, 3, 480",
        "0, 5, 0",
        "' 7 ', 1, 7",
        "1.5, 1, 300",
        "-3, 1, 300",
        "'Wed, 21 Oct 2026 07:28:00 GMT', 1, 300",
        "'Wed, 21 Oct 2026 07:28:00 GMT', 2, 600",
        ", 1, 300",
        "1, 9, 256",
    })
    void waits(String header, int attempt, long seconds) {
        assertThat(RetryAfter.seconds(Optional.ofNullable(header), attempt)).isEqualTo(seconds);
    }

    @Test
    void sendsTheSameRequestAgainAfterTheWait() throws Exception {
        AtomicInteger left = new AtomicInteger(2);
        try (FakeApp app = new FakeApp();
                OktaOrg org = app.org()
                        .retryAfter(new RetryAfter(Duration.ofMillis(20)))
                        .open()) {
            app.fault((request, reply) ->
                    left.getAndDecrement() > 0 ? reply.status(429).header("Retry-After", "2") : reply);
            long start = System.nanoTime();
            org.errorSuite().testCredentials();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(40 + 80));
            assertThat(app.seen()).hasSize(4);
            assertThat(app.seen().get(2).target()).isEqualTo(app.seen().get(0).target());
        }
    }

    @Test
    void givesUpAfterTenAttempts() throws Exception {
        try (FakeApp app = new FakeApp();
                OktaOrg org = app.org().open()) {
            app.fault((request, reply) -> reply.status(429).header("Retry-After", "0"));
            assertThatThrownBy(() -> org.errorSuite().testCredentials())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Still 429 after 10 attempts");
            assertThat(app.seen()).hasSize(10);
        }
    }
}
