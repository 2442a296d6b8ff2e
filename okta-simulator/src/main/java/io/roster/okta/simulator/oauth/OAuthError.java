package io.roster.okta.simulator.oauth;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.scim.Json;

/** A refusal of the token endpoint (RFC 6749 section 5.2). */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String error;

    OAuthError(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    ApiAnswer answer() {
        return ApiAnswer.of(
                status,
                Json.object()
                        .add("error", error)
                        .add("error_description", getMessage())
                        .build());
    }
}
