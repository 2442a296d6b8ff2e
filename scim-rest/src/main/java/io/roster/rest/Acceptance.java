package io.roster.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Refuses a client that says of SCIM's media type that it does not take it (RFC 9110 section 12.4.2: quality 0). */
@Provider
@ApplicationScoped
public class Acceptance implements ContainerRequestFilter {

    private static final Pattern ZERO = Pattern.compile("0(\\.0*)?");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean acceptable = request.getAcceptableMediaTypes().stream().anyMatch(Acceptance::isWanted);
        if (!acceptable) {
            throw Errors.refusal(406);
        }
    }

    private static boolean isWanted(MediaType range) {
        boolean matches = range.isCompatible(MediaType.valueOf(MediaTypes.SCIM))
                || range.isCompatible(MediaType.valueOf(MediaTypes.JSON));
        return matches
                && !ZERO.matcher(range.getParameters().getOrDefault("q", "1")).matches();
    }
}
