package io.roster.okta.simulator.scim;

import java.net.ConnectException;
import java.net.URI;

/**
 * No answer came: the server refused the connection, closed it, or was silent for longer than Okta waits. What the
 * request would have changed is uncertain; everything answered before stays acknowledged and the run can be resumed.
 */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(URI base, ScimRequest request, Exception cause) {
        super(
                "No answer from " + base + " to " + request.method() + " " + request.path() + " (" + request.kind()
                        + "): " + reason(cause),
                cause);
    }

    private static String reason(Exception cause) {
        if (cause instanceof ConnectException) {
            return "nothing accepts connections there";
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ", " + cause.getMessage();
    }
}
