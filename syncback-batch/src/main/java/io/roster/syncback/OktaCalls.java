package io.roster.syncback;

import io.roster.outbox.Reason;
import io.roster.syncback.okta.OktaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * What surrounds every call of Okta, on all threads of this server. How long to wait after a 429, and how often to call at
 * all, is not here: Okta says so in its answers.
 */
@ApplicationScoped
public class OktaCalls {

    /**
     * Sends one call. No more of them at once than the smallest limit that Okta has for an org; none at all for a while
     * when most of the last ones failed.
     *
     * @param call sends it
     * @param <T> what it answers
     * @return the answer
     * @throws Outage when Okta failed or did not answer
     * @throws OktaException when Okta refused
     */
    // The client has time-outs of its own for connecting and for each read; this is for an answer that trickles.
    @Timeout(45_000)
    @Bulkhead(35)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.9,
            delay = 5000,
            successThreshold = 2,
            failOn = Outage.class)
    public <T> T send(Supplier<T> call) {
        try {
            return call.get();
        } catch (OktaException e) {
            Reason reason = Refusals.reason(e);
            throw Refusals.isOutage(reason) ? new Outage(reason, e) : e;
        }
    }

    /**
     * Does the work on one person, from reading the user on, again when Okta had a short failure. What was written before
     * the failure is found when it is read again.
     *
     * @param work all calls for one person
     * @param <T> what comes of it
     * @return what came of it
     * @throws Outage when Okta failed each time
     */
    @Retry(maxRetries = 2, delay = 500, jitter = 400, retryOn = Outage.class)
    public <T> T retried(Supplier<T> work) {
        return work.get();
    }
}
