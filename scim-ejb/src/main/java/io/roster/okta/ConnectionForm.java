package io.roster.okta;

import io.roster.okta.OktaRefused.Reason;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * How to reach Okta, as an administrator typed it.
 *
 * @param url see {@link OktaConnection#url()}; checked when it is used
 * @param authentication how to sign in
 * @param clientId the service app's client id; of no matter for an API token
 * @param token a new API token; blank or {@code null} for the one that is stored
 */
public record ConnectionForm(String url, Authentication authentication, String clientId, String token) {

    /** What can stand in an Authorization header (RFC 9110, 5.6.2 and 11.6.2); Okta's tokens have 42 characters. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{8,200}");

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    URI checkedUrl() {
        return OktaUrl.checked(url);
    }

    boolean hasToken() {
        return token != null && !token.isBlank();
    }

    String checkedToken() {
        if (!TOKEN.matcher(token.strip()).matches()) {
            throw new OktaRefused(Reason.TOKEN_NONE, "token");
        }
        return token.strip();
    }

    String checkedClientId() {
        String id = clientId == null ? "" : clientId.strip();
        if (!CLIENT_ID.matcher(id).matches()) {
            throw new OktaRefused(Reason.CLIENT_ID, "clientId");
        }
        return id;
    }

    /** Leaves the token out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "ConnectionForm[" + url + ", " + authentication + ", " + clientId + "]";
    }
}
