package io.roster.scim.protocol;

import jakarta.ejb.ApplicationException;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A request refused, as the client is told it (RFC 7644 section 3.12). There is one factory for each {@code scimType}
 * and each status. The detail is shown to Okta's administrator: a sentence with what was wrong, with which value, and
 * what to do. It rolls the transaction back, so that a refused request changes nothing.
 */
@ApplicationException(rollback = true)
public final class ScimException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private final int status;
    private final String scimType;
    private final int retryAfterSeconds;

    private ScimException(int status, String scimType, String detail, int retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.scimType = scimType;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    private ScimException(int status, String scimType, String detail) {
        this(status, scimType, detail, -1);
    }

    /** 400: the filter is malformed, or compares what cannot be compared. */
    public static ScimException invalidFilter(String detail) {
        return new ScimException(400, "invalidFilter", detail);
    }

    /** 400: the filter yields more results than the server will compute. */
    public static ScimException tooMany(String detail) {
        return new ScimException(400, "tooMany", detail);
    }

    /** 409: a value that must be unique belongs to another resource. */
    public static ScimException uniqueness(String detail) {
        return new ScimException(409, "uniqueness", detail);
    }

    /** 409: it cannot be done as things are, because something that it refers to is missing or has failed. */
    public static ScimException conflict(String detail) {
        return new ScimException(409, null, detail);
    }

    /** 400: the attribute may not be changed this way. */
    public static ScimException mutability(String detail) {
        return new ScimException(400, "mutability", detail);
    }

    /** 400: the body is no JSON, or not of the schema's structure. */
    public static ScimException invalidSyntax(String detail) {
        return new ScimException(400, "invalidSyntax", detail);
    }

    /** 400: the path of a PATCH operation is malformed or names no attribute. */
    public static ScimException invalidPath(String detail) {
        return new ScimException(400, "invalidPath", detail);
    }

    /** 400: the path of a PATCH operation selects nothing. */
    public static ScimException noTarget(String detail) {
        return new ScimException(400, "noTarget", detail);
    }

    /** 400: a required value is missing, or a value does not suit its attribute. */
    public static ScimException invalidValue(String detail) {
        return new ScimException(400, "invalidValue", detail);
    }

    /** 400: the cursor was not issued here, or for another query (RFC 9865 section 2.1). */
    public static ScimException invalidCursor(String detail) {
        return new ScimException(400, "invalidCursor", detail);
    }

    /** 400: the cursor is older than cursors are valid (RFC 9865 section 2.1). */
    public static ScimException expiredCursor(String detail) {
        return new ScimException(400, "expiredCursor", detail);
    }

    /** 400: the count is not that of the query which the cursor continues (RFC 9865 section 2.1). */
    public static ScimException invalidCount(String detail) {
        return new ScimException(400, "invalidCount", detail);
    }

    /** 401: no credentials, or wrong, expired or revoked ones. */
    public static ScimException unauthorized(String detail) {
        return new ScimException(401, null, detail);
    }

    /** 403: the credentials do not permit this. */
    public static ScimException forbidden(String detail) {
        return new ScimException(403, null, detail);
    }

    /** 404: no such resource or endpoint. */
    public static ScimException notFound(String detail) {
        return new ScimException(404, null, detail);
    }

    /** 405: the endpoint does not know the method. */
    public static ScimException methodNotAllowed(String detail) {
        return new ScimException(405, null, detail);
    }

    /** 406: the client accepts none of the media types that are served. */
    public static ScimException notAcceptable(String detail) {
        return new ScimException(406, null, detail);
    }

    /** 412: If-Match names another version than the present one. */
    public static ScimException preconditionFailed(String detail) {
        return new ScimException(412, null, detail);
    }

    /** 413: the body, or the number of operations in it, is larger than the server takes. */
    public static ScimException payloadTooLarge(String detail) {
        return new ScimException(413, null, detail);
    }

    /** 415: the body is of a media type or charset that is not served. */
    public static ScimException unsupportedMediaType(String detail) {
        return new ScimException(415, null, detail);
    }

    /**
     * 503: the server cannot answer now.
     *
     * @param retryAfterSeconds when to try again; Okta reads Retry-After as whole seconds only
     */
    public static ScimException serviceUnavailable(String detail, int retryAfterSeconds) {
        return new ScimException(503, null, detail, retryAfterSeconds);
    }

    /**
     * 500: a fault of the server, told without internals.
     *
     * @param correlationId what the log entry of the fault bears as well
     */
    public static ScimException internal(String correlationId) {
        return new ScimException(
                500,
                null,
                "Roster could not process the request because of an internal fault. Try again; if it persists, give "
                        + "your Roster administrator the reference " + correlationId + ".");
    }

    /** The same refusal, saying in addition where in the request its reason is. */
    public ScimException at(Place place) {
        return new ScimException(status, scimType, getMessage() + " See " + place + ".", retryAfterSeconds);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The keyword of RFC 7644 table 9, null where the RFC has none for the status. */
    public String scimType() {
        return scimType;
    }

    /** The sentence for the administrator. */
    public String detail() {
        return getMessage();
    }

    /** For the Retry-After header. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds < 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }

    /** The Error message; its status is a string (RFC 7644 section 3.12). */
    public JsonObject toJson() {
        var json = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:Error"));
        if (scimType != null) {
            json.add("scimType", scimType);
        }
        return json.add("detail", getMessage())
                .add("status", Integer.toString(status))
                .build();
    }
}
