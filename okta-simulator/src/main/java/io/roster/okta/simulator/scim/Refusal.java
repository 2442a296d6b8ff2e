package io.roster.okta.simulator.scim;

/** An answer that Okta would refuse. The message gives the reason, the request without its secrets, and the answer. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String reason;

    /** Refuses {@code answer} because of {@code reason}. */
    public Refusal(String reason, ScimAnswer answer) {
        super(reason + System.lineSeparator() + Transcript.of(answer));
        this.reason = reason;
    }

    /** Why, in one sentence, without request and answer. */
    public String reason() {
        return reason;
    }
}
