package io.roster.syncback.okta;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What an answer says of the rate limit of its bucket.
 *
 * @param limit how many calls the window allows; 0 where too many calls ran at once
 * @param remaining how many of them are left
 * @param reset when the next window begins, by Okta's clock
 * @param answered when Okta answered, by Okta's clock
 * @see <a href="https://developer.okta.com/docs/reference/rl-best-practices/">Rate limit best practices</a>
 */
public record RateLimit(int limit, int remaining, Instant reset, Instant answered) {

    /** Reads the headers of an answer; empty where it has not all three, or one of them is no number. */
    static Optional<RateLimit> of(MultivaluedMap<String, ?> headers) {
        try {
            int limit = Integer.parseInt(Headers.first(headers, "X-Rate-Limit-Limit"));
            int remaining = Integer.parseInt(Headers.first(headers, "X-Rate-Limit-Remaining"));
            Instant reset = Instant.ofEpochSecond(Long.parseLong(Headers.first(headers, "X-Rate-Limit-Reset")));
            return Optional.of(new RateLimit(limit, remaining, reset, answered(headers)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant answered(MultivaluedMap<String, ?> headers) {
        try {
            return ZonedDateTime.parse(Headers.first(headers, "Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }

    /** {@return whether the call was refused because too many ran at once, not because there were too many} */
    public boolean isConcurrency() {
        return limit == 0 && remaining == 0;
    }

    /**
     * How long to wait from the answer on until the next window. By Okta's clock alone, so that a clock that is wrong here
     * does no harm; a second is added because both times are in whole seconds.
     *
     * @return never negative
     */
    public Duration untilReset() {
        Duration wait = Duration.between(answered, reset).plusSeconds(1);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
