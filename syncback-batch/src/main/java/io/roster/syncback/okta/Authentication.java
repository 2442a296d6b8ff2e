package io.roster.syncback.okta;

import io.roster.okta.OktaCredentials;
import io.roster.okta.OktaCredentials.ApiToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;

/** Signs each request in, and forgets an access token that Okta refuses. Credentials go to the org's own host alone. */
final class Authentication implements ClientRequestFilter, ClientResponseFilter {

    private static final String TOKEN = Authentication.class.getName();

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
        if (credentials instanceof ApiToken token) {
            request.getHeaders().putSingle("Authorization", "SSWS " + token.token());
        } else {
            sign(request, tokens.usable());
        }
    }

    private void sign(ClientRequestContext request, AccessToken token) {
        request.setProperty(TOKEN, token.value());
        request.getHeaders().putSingle("Authorization", token.authorization());
        if (token.bound()) {
            String proof = tokens.proofs().ofCall(request.getMethod(), request.getUri(), token.value());
            request.getHeaders().putSingle("DPoP", proof);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (!(request.getProperty(TOKEN) instanceof String sent)) {
            return;
        }
        if (response.getStatus() == 401) {
            tokens.forget(sent);
        }
        String nonce = Headers.first(response.getHeaders(), "DPoP-Nonce");
        if (!nonce.isEmpty()) {
            tokens.proofs().heardOfCall(nonce);
        }
    }

    /** Shows no secret: the rest client writes the names of its filters to traces. */
    @Override
    public String toString() {
        return "Authentication[" + org.getHost() + "]";
    }
}
