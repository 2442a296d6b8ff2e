package io.roster.syncback.okta;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Says why there was no answer, from what the network threw. */
final class Unanswered {

    private static final String OTHERWISE = "The connection ended without an answer.";

    // the first that fits counts, so that those more particular stand before those more general
    private static final List<Map.Entry<Class<? extends Throwable>, String>> SENTENCES = List.of(
            Map.entry(UnknownHostException.class, "No host of that name is known here."),
            Map.entry(SSLException.class, "No secure connection came about; the certificate may not be trusted here."),
            Map.entry(SocketTimeoutException.class, "The answer took too long."),
            Map.entry(ConnectException.class, "The host refused the connection."),
            Map.entry(NoRouteToHostException.class, "There is no way to the host from here."),
            Map.entry(EOFException.class, "The connection was cut before the answer had ended."),
            Map.entry(SocketException.class, "The connection was cut before the answer had ended."));

    private Unanswered() {}

    static String sentence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            for (var entry : SENTENCES) {
                if (entry.getKey().isInstance(cause)) {
                    return entry.getValue();
                }
            }
        }
        return OTHERWISE;
    }
}
