package io.roster.rest;

import io.roster.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Says in every answer at {@code /Me}, refusals, 204 and 304 included, which resource that is: RFC 7644 section 3.11
 * demands the {@code Location} of them all.
 */
@Provider
@ApplicationScoped
public class MeLocation implements ContainerResponseFilter {

    private static final String ALIAS = "Me";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Caller caller = TokenPrincipal.callerOf(request);
        if (isAlias(request) && caller != null && caller.person() != null) {
            String base = PublicUrl.base(request.getUriInfo());
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            base + "/Users/" + caller.person().id());
        }
    }

    static boolean isAlias(ContainerRequestContext request) {
        List<PathSegment> path = request.getUriInfo().getPathSegments();
        return !path.isEmpty() && path.get(0).getPath().equals(ALIAS);
    }
}
