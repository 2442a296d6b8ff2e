package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Sends a call and reads its answer; whatever fails is an {@link OktaException}. */
final class Answers {

    private Answers() {}

    static <T> OktaAnswer<T> read(Supplier<Response> call, BiFunction<JsonValue, Response, T> reader) {
        return readText(
                call,
                (body, response) ->
                        reader.apply(body.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : OktaJson.value(body), response));
    }

    /** As {@link #read}, once more where Okta refused the access token and there is a new one to be had. */
    static <T> OktaAnswer<T> readText(
            boolean renewing, Supplier<Response> call, BiFunction<String, Response, T> reader) {
        try {
            return readText(call, reader);
        } catch (OktaException e) {
            if (renewing && e.isTokenRefused()) {
                return readText(call, reader);
            }
            throw e;
        }
    }

    private static <T> OktaAnswer<T> readText(Supplier<Response> call, BiFunction<String, Response, T> reader) {
        try (Response response = call.get()) {
            String requestId = Headers.first(response.getHeaders(), "X-Okta-Request-Id");
            if (response.getStatus() >= 300) {
                throw refused(response, requestId);
            }
            String body = OktaBody.read(response);
            try {
                return new OktaAnswer<>(reader.apply(body, response), RateLimit.of(response.getHeaders()), requestId);
            } catch (JsonException | ClassCastException e) {
                throw OktaException.unreadable(
                        response.getStatus(),
                        "The answer is not the JSON that Okta's description promises.",
                        requestId);
            }
        } catch (ProcessingException | IOException e) {
            throw unanswered(e);
        }
    }

    // A redirect is never followed: credentials would go where it points.
    private static OktaException refused(Response response, String requestId) {
        int status = response.getStatus();
        OktaError error = status < 400
                ? OktaError.of("Okta sends to another address: " + response.getHeaderString("Location")
                        + ". Enter the org's own URL.")
                : Challenge.ofProof(response).orElseGet(() -> OktaError.read(status, OktaBody.readOrEmpty(response)));
        return new OktaException(status, error, RateLimit.of(response.getHeaders()), requestId);
    }

    // What a filter throws, such as the refusal of an access token, comes wrapped.
    private static OktaException unanswered(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OktaException refusal) {
                return refusal;
            }
        }
        return OktaException.unanswered(thrown);
    }
}
