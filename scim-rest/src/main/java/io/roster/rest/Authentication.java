package io.roster.rest;

import io.roster.access.ApiTokens;
import io.roster.access.Caller;
import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/**
 * Lets in who brings a valid API token. It comes before the path is looked at, so that a stranger does not learn which
 * paths there are.
 */
@Provider
@PreMatching
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {

    private static final int LONGEST_REQUEST_ID = 128;

    @EJB
    private ApiTokens tokens;

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = tokens.authenticate(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        caller.mayRead();
        request.setSecurityContext(new TokenContext(
                new TokenPrincipal(caller.withRequestId(requestId(request))),
                request.getSecurityContext().isSecure()));
    }

    /** The client's own id of the request, cleaned of what would break a log line; {@code null} where it sent none. */
    static String requestId(ContainerRequestContext request) {
        String okta = request.getHeaderString("X-Okta-Request-Id");
        String id = okta == null ? request.getHeaderString("X-Request-Id") : okta;
        if (id == null) {
            return null;
        }
        String clean = id.replaceAll("[^\\x21-\\x7e]", "");
        return clean.length() > LONGEST_REQUEST_ID ? clean.substring(0, LONGEST_REQUEST_ID) : clean;
    }

    private record TokenContext(TokenPrincipal principal, boolean secure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
