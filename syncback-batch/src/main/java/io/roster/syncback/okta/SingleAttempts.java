package io.roster.syncback.okta;

import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Has a client send each request once. Liberty's rest client is RESTEasy, whose HTTP client sends a read whose connection
 * broke up to three times more, unseen by the rate budget. RESTEasy can be told not to, but the method that does so has no
 * parameter, and {@code RestClientBuilder.property} reaches only those that have one.
 *
 * @see <a href="https://docs.jboss.org/resteasy/docs/6.2.11.Final/javadocs/org/jboss/resteasy/client/jaxrs/ResteasyClientBuilder.html">
 *     ResteasyClientBuilder.disableAutomaticRetries</a>
 */
final class SingleAttempts {

    private static final Logger LOG = Logger.getLogger(SingleAttempts.class.getName());

    private SingleAttempts() {}

    /**
     * Turns repetitions off. A builder that is not RESTEasy's stays as it is, which the log tells.
     *
     * @param builder before it builds anything
     * @return the builder
     */
    static RestClientBuilder of(RestClientBuilder builder) {
        try {
            Method delegate = builder.getClass().getDeclaredMethod("getBuilderDelegate");
            delegate.setAccessible(true);
            Object resteasy = delegate.invoke(builder);
            resteasy.getClass().getMethod("disableAutomaticRetries").invoke(resteasy);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "Reads of Okta whose connection breaks may be repeated uncounted", e);
        }
        return builder;
    }
}
