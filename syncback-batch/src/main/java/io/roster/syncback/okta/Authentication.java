package io.roster.syncback.okta;

import io.roster.okta.OktaCredentials;
import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.okta.OktaCredentials.ServiceApp;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;

/** Signs each request in, and forgets an access token that Okta refuses. Credentials go to the org's own host alone. */
final class Authentication implements ClientRequestFilter, ClientResponseFilter {

    private static final String BEARER = "Bearer ";

    private final URI org;
    private final OktaCredentials credentials;
    private final AccessTokens tokens;

    Authentication(URI org, OktaCredentials credentials, AccessTokens tokens) {
        this.org = org;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (!request.getUri().getAuthority().equalsIgnoreCase(org.getAuthority())) {
            throw new IllegalStateException(
                    "Credentials of " + org + " are not for " + request.getUri().getHost());
        }
        request.getHeaders().putSingle("Authorization", header());
    }

    private String header() {
        if (credentials instanceof ApiToken token) {
            return "SSWS " + token.token();
        } else if (credentials instanceof ServiceApp) {
            return BEARER + tokens.usable().value();
        }
        throw new IllegalStateException("Unknown credentials " + credentials);
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        String sent = String.valueOf(request.getHeaders().getFirst("Authorization"));
        if (response.getStatus() == 401 && sent.startsWith(BEARER)) {
            tokens.forget(sent.substring(BEARER.length()));
        }
    }

    /** Shows no secret: the rest client writes the names of its filters to traces. */
    @Override
    public String toString() {
        return "Authentication[" + org.getHost() + "]";
    }
}
