package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.http.Bucket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Rate limits, by a clock that the test moves. */
class LimitsTest {

    @Test
    void aWindowOfAMinuteAllowsWhatItAllows() {
        try (TestOkta okta = new TestOkta(1, builder -> builder.limit(Bucket.USER_WRITE, 3))) {
            for (int left = 2; left >= 0; left--) {
                Answered answer = write(okta);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(limits(answer)).isEqualTo("3 " + left + " 1772359260");
            }
            Answered refused = write(okta);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.errorCode()).isEqualTo("E0000047");
            assertThat(limits(refused)).isEqualTo("3 0 1772359260");
            assertThat(okta.get(okta.user(0)).status())
                    .as("reading has a limit of its own")
                    .isEqualTo(200);
            okta.clock.pass(Duration.ofMillis(59_749));
            assertThat(write(okta).status())
                    .as("a millisecond before the reset")
                    .isEqualTo(429);
            okta.clock.pass(Duration.ofMillis(1));
            assertThat(limits(write(okta))).isEqualTo("3 2 1772359320");
        }
    }

    @Test
    void aTokenGetsItsShare() {
        try (TestOkta okta = new TestOkta(1, builder -> builder.limit(10).tokenShare(0.5))) {
            okta.api.access().apiToken("other", new io.roster.okta.simulator.guard.Caller("x", java.util.Set.of("*")));
            for (int left = 4; left >= 0; left--) {
                assertThat(limits(write(okta))).startsWith("5 " + left);
            }
            assertThat(write(okta).status()).isEqualTo(429);
            Answered other = okta.post(okta.user(0), "{\"profile\":{}}", "Authorization", "SSWS other");
            assertThat(other.status()).isEqualTo(200);
        }
    }

    @Test
    void oneRequestTooManyAtOnceIsRefusedWithTwoZeros() throws Exception {
        try (TestOkta okta = new TestOkta(1, builder -> builder.atOnce(1))) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            okta.api.hooks().before(request -> {
                inside.countDown();
                await(done);
            });
            CompletableFuture<Answered> first = CompletableFuture.supplyAsync(() -> okta.get(okta.user(0)));
            inside.await();
            Answered refused = okta.get(okta.user(0));
            done.countDown();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(limits(refused)).startsWith("0 0 ");
            assertThat(first.get().status()).isEqualTo(200);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answered write(TestOkta okta) {
        return okta.post(okta.user(0), "{\"profile\":{}}");
    }

    private static String limits(Answered answer) {
        return answer.header("X-Rate-Limit-Limit") + " " + answer.header("X-Rate-Limit-Remaining") + " "
                + answer.header("X-Rate-Limit-Reset");
    }
}
