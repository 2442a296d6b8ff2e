package io.roster.syncback;

import io.roster.outbox.Reason;
import io.roster.syncback.okta.OktaException;

/** Okta failed or did not answer: the same call may well succeed in a moment. */
public final class Outage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Outage(Reason reason, OktaException cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** {@return what Okta answered, or that it did not} */
    public OktaException refusal() {
        return (OktaException) getCause();
    }
}
