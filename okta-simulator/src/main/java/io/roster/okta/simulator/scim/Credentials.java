package io.roster.okta.simulator.scim;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How Okta presents itself: the value of the {@code Authorization} header. Its text never shows the secret.
 *
 * @param authorization the whole header value
 */
public record Credentials(String authorization) {

    /** Header mode with the word Bearer before the token. */
    public static Credentials bearer(String token) {
        return new Credentials("Bearer " + token);
    }

    /** Header mode where the admin entered the token alone: it is sent as it is. */
    public static Credentials raw(String token) {
        return new Credentials(token);
    }

    /** Basic authentication (RFC 7617, UTF-8). */
    public static Credentials basic(String userName, String password) {
        byte[] pair = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
        int space = authorization.indexOf(' ');
        return (space < 0 ? "" : authorization.substring(0, space + 1)) + "***";
    }
}
