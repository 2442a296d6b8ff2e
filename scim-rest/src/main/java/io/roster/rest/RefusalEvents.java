package io.roster.rest;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.Entry;
import io.roster.audit.Refusals;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Leaves an event of each request that was refused. Those that were carried out left theirs in their transaction. */
@Provider
@ApplicationScoped
public class RefusalEvents implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(RefusalEvents.class.getName());
    private static final int CLIENT_ERROR = 400;

    @EJB
    private Refusals refusals;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < CLIENT_ERROR || !(response.getEntity() instanceof byte[] body)) {
            return;
        }
        String detail =
                Documents.parse(new String(body, StandardCharsets.UTF_8)).getString("detail", "");
        List<PathSegment> path = request.getUriInfo().getPathSegments();
        String type = path.isEmpty() ? "" : path.get(0).getPath();
        String id = path.size() < 2 ? "" : path.get(1).getPath();
        try {
            refusals.record(Entry.refused(
                    caller(request),
                    action(request.getMethod()),
                    response.getStatus(),
                    type.equals("Users") ? "User" : type.equals("Groups") ? "Group" : null,
                    Ids.isOne(id) ? id : null,
                    detail));
        } catch (RuntimeException e) {
            // The client gets its answer all the same: it changed nothing, so nothing is lost but the note of it.
            LOG.log(Level.WARNING, "A refused request could not be recorded: {0}", e.toString());
        }
    }

    private static Caller caller(ContainerRequestContext request) {
        boolean known = request.getSecurityContext() != null
                && request.getSecurityContext().getUserPrincipal() instanceof TokenPrincipal;
        return known
                ? ((TokenPrincipal) request.getSecurityContext().getUserPrincipal()).caller()
                : Caller.unknown(Authentication.requestId(request));
    }

    private static Action action(String method) {
        return switch (method) {
            case HttpMethod.POST -> Action.CREATED;
            case HttpMethod.PUT, HttpMethod.PATCH -> Action.UPDATED;
            case HttpMethod.DELETE -> Action.DELETED;
            default -> Action.READ;
        };
    }
}
