package io.roster.access;

import io.roster.scim.protocol.ScimException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the secret out of the {@code Authorization} header in the forms in which Okta sends it. */
final class AuthorizationHeader {

    private static final int LONGEST = 4096;

    private AuthorizationHeader() {}

    static TokenSecret secret(String header) {
        String value = header == null ? "" : header.strip();
        if (value.isEmpty()) {
            throw ScimException.unauthorized("The request has no Authorization header. Enter one of Roster's API tokens"
                    + " in the Okta app's provisioning settings.");
        }
        if (value.length() > LONGEST) {
            throw ScimException.unauthorized("The Authorization header is longer than " + LONGEST + " characters.");
        }
        int space = value.indexOf(' ');
        // Okta's header mode sends what the administrator typed, with or without the scheme.
        if (space < 0) {
            return present(value.regionMatches(true, 0, "Bearer", 0, value.length()) ? "" : value);
        }
        String scheme = value.substring(0, space);
        String credentials = value.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return present(credentials);
        }
        if (scheme.equalsIgnoreCase("Basic")) {
            return present(password(credentials));
        }
        throw ScimException.unauthorized(
                "The Authorization header has a scheme that is not known here. Use 'Bearer' with"
                        + " an API token, the API token alone, or Basic with the API token as password.");
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            throw ScimException.unauthorized(
                    "The Basic credentials are not base64. Enter any user name, and an API token as password.");
        }
    }

    private static TokenSecret present(String secret) {
        if (secret.isEmpty()) {
            throw ScimException.unauthorized("The Authorization header names no API token.");
        }
        return new TokenSecret(secret);
    }
}
