package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers refusals with the SCIM Error that they carry. */
@Provider
@ApplicationScoped
public class ScimExceptionMapper implements ExceptionMapper<ScimException> {

    @Override
    public Response toResponse(ScimException refusal) {
        return Errors.response(refusal);
    }
}
