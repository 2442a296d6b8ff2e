package io.roster.rest;

import io.roster.access.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * A caller that was recognised by an API token.
 *
 * @param caller who that is
 */
record TokenPrincipal(Caller caller) implements Principal {

    /** Who sends a request; {@code null} where that is not known, or not yet. */
    static Caller callerOf(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        return security != null && security.getUserPrincipal() instanceof TokenPrincipal token ? token.caller() : null;
    }

    @Override
    public String getName() {
        return caller.name();
    }
}
