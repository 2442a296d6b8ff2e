package io.roster.okta.simulator.scim;

import java.time.Duration;
import java.util.Optional;

/**
 * How Okta waits after a 429: {@code Retry-After} counts only as a whole number of seconds (a date or nothing means
 * five minutes), the wait doubles with each further 429, and after ten attempts Okta gives up.
 *
 * @param second how long a second is; tests make it shorter
 */
public record RetryAfter(Duration second) {
    /** How often one request is sent before Okta gives up. */
    public static final int ATTEMPTS = 10;

    private static final long FIVE_MINUTES = 300;

    /** Waits in real time. */
    public static RetryAfter realTime() {
        return new RetryAfter(Duration.ofSeconds(1));
    }

    /**
     * Seconds to wait.
     *
     * @param header the value of Retry-After, if the answer had one
     * @param attempt how often the request was sent so far, 1 after the first time
     */
    public static long seconds(Optional<String> header, int attempt) {
        long first = header.map(String::strip)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(FIVE_MINUTES);
        return first << (attempt - 1);
    }

    /** Waits as long as {@link #seconds} says; {@link InterruptedException} ends the wait. */
    void pause(Optional<String> header, int attempt) throws InterruptedException {
        Thread.sleep(second.multipliedBy(seconds(header, attempt)).toMillis());
    }
}
