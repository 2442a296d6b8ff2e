package io.roster.syncback.okta;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An access token of a service app.
 *
 * @param value the secret
 * @param scopes what it was granted for
 * @param ends when Okta refuses it
 * @param bound whether each call must prove that the token is Roster's own (DPoP, RFC 9449)
 */
public record AccessToken(String value, Set<String> scopes, Instant ends, boolean bound) {

    /** A token that ends sooner is not sent any more: it must last for the longest call, and clocks differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    boolean isUsable(Instant now) {
        return now.plus(MARGIN).isBefore(ends);
    }

    /** {@return what the header Authorization takes} */
    String authorization() {
        return (bound ? "DPoP " : "Bearer ") + value;
    }

    /** Leaves the secret out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "AccessToken[" + scopes + ", until " + ends + "]";
    }
}
