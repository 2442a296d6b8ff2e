package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers everything that is not a {@link ScimException}: what JAX-RS refuses by itself in SCIM's words, and what went
 * wrong here as a 500 that tells nothing but an id under which the log has the rest.
 */
@Provider
@ApplicationScoped
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(AnyExceptionMapper.class.getName());
    private static final int BUSY_SECONDS = 30;

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
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScimException refusal) {
                return Errors.response(refusal);
            }
            // JAX-RS reads the address only when somebody asks for a part of it.
            if (cause instanceof URISyntaxException) {
                return Errors.response(ScimException.invalidSyntax("The request's address is not well-formed. Encode"
                        + " every character that has a meaning in addresses, a % as %25."));
            }
            if (isBusy(cause)) {
                LOG.log(Level.WARNING, "The database is out of reach or busy: {0}", cause.getMessage());
                return Errors.response(ScimException.serviceUnavailable(
                        "Roster's database does not answer at the moment. Try again later.", BUSY_SECONDS));
            }
        }
        String correlationId = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Request failed, correlation id " + correlationId, thrown);
        return Errors.response(ScimException.internal(correlationId));
    }

    private static boolean isBusy(Throwable cause) {
        // Class 08 is connection exception (ISO 9075).
        return cause instanceof SQLTransientException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("08"));
    }
}
