package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers everything that is not a {@link ScimException}: what JAX-RS refuses by itself in SCIM's words, and what went
 * wrong here as {@link Faults} tells it.
 */
@Provider
@ApplicationScoped
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException refusal) {
            Response answer =
                    Errors.response(Errors.refusal(refusal.getResponse().getStatus()));
            String allow = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return allow == null
                    ? answer
                    : Response.fromResponse(answer)
                            .header(HttpHeaders.ALLOW, allow)
                            .build();
        }
        return Errors.response(Faults.told(thrown));
    }
}
