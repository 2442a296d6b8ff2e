package io.roster.okta.simulator.jwt;

import io.roster.okta.simulator.http.ApiAnswer;
import java.util.List;
import java.util.Map;

/** A proof of possession that is missing or wrong. */
public final class ProofRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String error;

    ProofRefused(String error, String description) {
        super(description);
        this.error = error;
    }

    /** {@code invalid_dpop_proof} or {@code use_dpop_nonce}. */
    public String error() {
        return error;
    }

    /** The answer to a call of the API: a challenge that says all there is to say (RFC 9449 section 7.1). */
    public ApiAnswer challenge() {
        String header = "DPoP algs=\"RS256 RS384 RS512 ES256 ES384 ES512\", error=\"" + error
                + "\", error_description=\"" + getMessage() + "\"";
        return new ApiAnswer(400, Map.of("WWW-Authenticate", List.of(header)), "application/json", "");
    }
}
