package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes the SCIM Error message (RFC 7644 section 3.12). */
final class Errors {

    private Errors() {}

    static Response response(ScimException error) {
        Response.ResponseBuilder answer =
                Answers.json(Response.status(error.status()), error.toJson().toString());
        if (error.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Roster SCIM\"")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Roster SCIM\", charset=\"UTF-8\"");
        }
        error.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }
}
