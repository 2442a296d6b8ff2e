package io.roster.okta.simulator.http;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;

/** A refusal in Okta's form. Codes and sentences are those of developer.okta.com/docs/reference/error-codes. */
public final class OktaError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;
    private final transient List<String> causes;

    /** An error of this HTTP status, code ({@code E0000001}) and summary. */
    public OktaError(int status, String code, String summary, String... causes) {
        // Thrown by the thousand in tests of faults: nobody reads its stack.
        super(summary, null, false, false);
        this.status = status;
        this.code = code;
        this.causes = List.of(causes);
    }

    /** E0000001: {@code field} is wrong, for these reasons. */
    public static OktaError invalid(String field, String... causes) {
        return new OktaError(400, "E0000001", "Api validation failed: " + field, causes);
    }

    /** E0000003. */
    public static OktaError malformed() {
        return new OktaError(400, "E0000003", "The request body was not well-formed.");
    }

    /** E0000006, with a reason where there is one to give. */
    public static OktaError forbidden(String... causes) {
        return new OktaError(403, "E0000006", "You do not have permission to perform the requested action", causes);
    }

    /** E0000007: there is no {@code type} with this id. */
    public static OktaError notFound(String id, String type) {
        return new OktaError(404, "E0000007", "Not found: Resource not found: " + id + " (" + type + ")");
    }

    /** E0000008. */
    public static OktaError noSuchPath() {
        return new OktaError(404, "E0000008", "The requested path was not found");
    }

    /** E0000011. */
    public static OktaError badToken() {
        return new OktaError(401, "E0000011", "Invalid token provided");
    }

    /** E0000020. */
    public static OktaError badRequest() {
        return new OktaError(400, "E0000020", "Bad request.");
    }

    /** E0000022. */
    public static OktaError noSuchMethod() {
        return new OktaError(405, "E0000022", "The endpoint does not support the provided HTTP method");
    }

    /** E0000031, with what was wrong with it. */
    public static OktaError badSearch(String cause) {
        return new OktaError(400, "E0000031", "Invalid search criteria.", cause);
    }

    /** E0000038. */
    public static OktaError wrongStatus() {
        return new OktaError(403, "E0000038", "This operation is not allowed in the user's current status.");
    }

    /** E0000047. */
    public static OktaError tooManyRequests() {
        return new OktaError(429, "E0000047", "API call exceeded rate limit due to too many requests.");
    }

    /** E0000231: somebody changed it since it was read. */
    public static OktaError stale() {
        return new OktaError(412, "E0000231", "ETag value doesn't match.");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Okta's code. */
    public String code() {
        return code;
    }

    /** The answer; {@code object} gives errorCauses as an object instead of an array, which Okta does sometimes. */
    public ApiAnswer answer(boolean object) {
        JsonObject body = Json.object()
                .add("errorCode", code)
                .add("errorSummary", getMessage())
                .add("errorLink", code)
                .add(
                        "errorId",
                        "oae" + UUID.randomUUID().toString().replace("-", "").substring(0, 22))
                .add("errorCauses", object ? causesAsObject() : causesAsArray())
                .build();
        return ApiAnswer.of(status, body);
    }

    private JsonValue causesAsArray() {
        JsonArrayBuilder array = Json.array();
        causes.forEach(cause -> array.add(Json.object().add("errorSummary", cause)));
        return array.build();
    }

    private JsonValue causesAsObject() {
        return causes.isEmpty()
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.object().add("errorSummary", String.join("; ", causes)).build();
    }
}
