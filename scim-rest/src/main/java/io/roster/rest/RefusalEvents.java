package io.roster.rest;

import io.roster.access.Caller;
import io.roster.persistence.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Leaves an event of each request that was refused. Those that were carried out left theirs in their transaction. */
@Provider
@ApplicationScoped
public class RefusalEvents implements ContainerResponseFilter {

    private static final int CLIENT_ERROR = 400;

    @Inject
    private RefusedRequests refused;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < CLIENT_ERROR || !(response.getEntity() instanceof byte[] body)) {
            return;
        }
        String detail =
                Documents.parse(new String(body, StandardCharsets.UTF_8)).getString("detail", "");
        List<PathSegment> path = request.getUriInfo().getPathSegments();
        String endpoint = path.isEmpty() ? "" : path.get(0).getPath();
        String id = path.size() < 2 ? "" : path.get(1).getPath();
        Caller caller = caller(request);
        if (MeLocation.isAlias(request) && caller.person() != null) {
            endpoint = "Users";
            id = caller.person().id();
        }
        refused.record(caller, request.getMethod(), endpoint, id, response.getStatus(), detail);
    }

    private static Caller caller(ContainerRequestContext request) {
        Caller known = TokenPrincipal.callerOf(request);
        return known == null ? Caller.unknown(Authentication.requestId(request)) : known;
    }
}
