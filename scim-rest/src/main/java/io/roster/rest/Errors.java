package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

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

    /** The Error for a status that JAX-RS or the container chose. */
    static ScimException refusal(int status) {
        return switch (status) {
            case 404 ->
                ScimException.notFound("There is nothing at this path. SCIM resources are at /Users and /Groups"
                        + " below /scim/v2; compare the base URL in the Okta app's provisioning settings.");
            case 405 ->
                ScimException.methodNotAllowed(
                        "This path does not take this method. The Allow header names those that it takes.");
            case 406 ->
                ScimException.notAcceptable("The Accept header rules out application/scim+json, which is what"
                        + " Roster answers. Leave it out, or send application/scim+json.");
            case 415 ->
                ScimException.unsupportedMediaType("The request body's Content-Type is not one that Roster"
                        + " reads. Send application/scim+json or application/json.");
            case 500 -> ScimException.internal(UUID.randomUUID().toString());
            default -> ScimException.invalidSyntax("The request cannot be read: it is not well-formed HTTP.");
        };
    }
}
