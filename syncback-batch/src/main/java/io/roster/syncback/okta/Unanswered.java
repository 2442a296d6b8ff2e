package io.roster.syncback.okta;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/** Why there was no answer. The first that fits counts, so that those more particular stand before those more general. */
public enum Unanswered {
    /** The name of the host is not known. */
    UNKNOWN_HOST("No host of that name is known here.", UnknownHostException.class),
    /** TLS failed. */
    NO_TRUST("No secure connection came about; the certificate may not be trusted here.", SSLException.class),
    /** Connecting, or the answer, took too long. */
    TOO_SLOW("The answer took too long.", SocketTimeoutException.class),
    /** The host does not take the connection. */
    NO_CONNECTION("The host refused the connection.", ConnectException.class, NoRouteToHostException.class),
    /** The connection ended too soon. */
    CUT("The connection was cut before the answer had ended.", EOFException.class, SocketException.class);

    private final String sentence;
    private final List<Class<?>> thrown;

    Unanswered(String sentence, Class<?>... thrown) {
        this.sentence = sentence;
        this.thrown = List.of(thrown);
    }

    static Unanswered of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            for (Unanswered each : values()) {
                if (each.explains(cause)) {
                    return each;
                }
            }
        }
        return CUT;
    }

    private boolean explains(Throwable cause) {
        return thrown.stream().anyMatch(type -> type.isInstance(cause));
    }

    String sentence() {
        return sentence;
    }
}
