package io.roster.syncback.imports;

import io.roster.outbox.Reason;
import io.roster.syncback.Refusals;
import io.roster.syncback.okta.OktaAnswer;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says for what an import waits, while it does: for the time that Okta names with a 429, or for Okta to work again. */
final class Waits {

    /** Shorter waits are over before anybody has read of them. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final Consumer<String> told;
    private boolean telling;

    Waits(Consumer<String> told) {
        this.told = told;
    }

    /** Sends a call, and says so where Okta wants it later. */
    <T> OktaAnswer<T> heard(Supplier<OktaAnswer<T>> call) {
        try {
            return call.get();
        } catch (OktaException e) {
            if (Refusals.reason(e) == Reason.RATE_LIMITED) {
                limited(e.rateLimit() == null ? Optional.empty() : e.rateLimit());
            }
            throw e;
        }
    }

    private void limited(Optional<RateLimit> limit) {
        if (limit.filter(RateLimit::isConcurrency).isPresent()) {
            return;
        }
        Duration wait = limit.map(RateLimit::untilReset).orElse(UNSAID);
        if (wait.compareTo(WORTH_TELLING) > 0) {
            Instant end = Instant.now().plus(wait).truncatedTo(ChronoUnit.SECONDS);
            tell("Okta allows no more calls for now (429). The run goes on at " + end + ".");
        }
    }

    /** Okta has failed more than once. */
    void failing(RuntimeException trouble) {
        tell("Okta does not answer as it should, and the run tries again. The last that was heard: "
                + trouble.getMessage());
    }

    /** A call was answered. */
    void over() {
        if (telling) {
            telling = false;
            told.accept(null);
        }
    }

    private void tell(String sentence) {
        telling = true;
        told.accept(sentence);
    }
}
