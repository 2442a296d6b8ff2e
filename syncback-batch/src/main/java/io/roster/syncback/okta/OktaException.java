package io.roster.syncback.okta;

import java.util.List;
import java.util.Optional;

/**
 * Okta refused a call, failed, or did not answer. The message says what Okta said and holds no secret.
 *
 * @see <a href="https://developer.okta.com/docs/reference/error-codes/">Okta error codes</a>
 */
public final class OktaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient OktaError error;
    private final transient Optional<RateLimit> rateLimit;
    private final String requestId;

    OktaException(int status, OktaError error, Optional<RateLimit> rateLimit, String requestId) {
        this(status, error, rateLimit, requestId, null);
    }

    private OktaException(
            int status, OktaError error, Optional<RateLimit> rateLimit, String requestId, Throwable cause) {
        super(
                "Okta answered " + status + (error.code().isEmpty() ? "" : " " + error.code()) + ": " + error.text(),
                cause);
        this.status = status;
        this.error = error;
        this.rateLimit = rateLimit;
        this.requestId = requestId;
    }

    /** There was no answer: the host was not found or not reached, TLS failed, it took too long, or was cut off. */
    static OktaException unanswered(Throwable cause) {
        return new OktaException(0, OktaError.of(Unanswered.of(cause).sentence()), Optional.empty(), "", cause);
    }

    /** An answer with success that cannot be used. Whether Okta did what was asked is not known. */
    static OktaException unreadable(int status, String what, String requestId) {
        return new OktaException(status, OktaError.of(what), Optional.empty(), requestId);
    }

    /** {@return the HTTP status; 0 where there was no answer, so that nobody knows whether Okta did what was asked} */
    public int status() {
        return status;
    }

    /** {@return whether Okta answered at all} */
    public boolean isAnswered() {
        return status != 0;
    }

    /** {@return why there was no answer; empty where there was one} */
    public Optional<Unanswered> unanswered() {
        return isAnswered() ? Optional.empty() : Optional.of(Unanswered.of(getCause()));
    }

    /** {@return such as {@code E0000001}, or OAuth's such as {@code invalid_client}; empty where Okta gave none} */
    public String errorCode() {
        return error.code();
    }

    /**
     * Whether Okta did not take the access token or its proof, which happens before anything else does: the token has ended
     * or was revoked, or the proof lacked a nonce.
     */
    boolean isTokenRefused() {
        return status == 401 && !errorCode().equals("invalid_client");
    }

    /** {@return Okta's sentence, or one of Roster's where Okta sent none} */
    public String errorSummary() {
        return error.summary();
    }

    /** {@return what Okta gave as causes; often empty} */
    public List<String> errorCauses() {
        return error.causes();
    }

    /** {@return what the answer said of the rate limit; empty where there was none} */
    public Optional<RateLimit> rateLimit() {
        return rateLimit;
    }

    /** {@return {@code X-Okta-Request-Id}; empty where there was none} */
    public String requestId() {
        return requestId;
    }
}
