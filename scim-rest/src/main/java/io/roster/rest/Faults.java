package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what went wrong here: to the log all of it, to the client nothing but an id under which the log has it. */
final class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class.getName());
    private static final int BUSY_SECONDS = 30;

    private Faults() {}

    /** The refusal that the throwable is or was caused by, 503 for a database out of reach, otherwise 500. */
    static ScimException told(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScimException refusal) {
                return refusal;
            }
            // JAX-RS reads the address only when somebody asks for a part of it.
            if (cause instanceof URISyntaxException) {
                return ScimException.invalidSyntax("The request's address is not well-formed. Encode every character"
                        + " that has a meaning in addresses, a % as %25.");
            }
            if (isBusy(cause)) {
                LOG.log(Level.WARNING, "The database is out of reach or busy: {0}", cause.getMessage());
                return ScimException.serviceUnavailable(
                        "Roster's database does not answer at the moment. Try again later.", BUSY_SECONDS);
            }
        }
        String correlationId = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Request failed, correlation id " + correlationId, thrown);
        return ScimException.internal(correlationId);
    }

    private static boolean isBusy(Throwable cause) {
        // Class 08 is connection exception (ISO 9075).
        return cause instanceof SQLTransientException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("08"));
    }
}
