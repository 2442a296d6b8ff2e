package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * The body of an answer that is no success. Okta's own form is {@code {errorCode, errorSummary, errorLink, errorId,
 * errorCauses}}, that of its token endpoint {@code {error, error_description}} (RFC 6749 section 5.2); a proxy on the way
 * may answer with anything at all.
 */
record OktaError(String code, String summary, List<String> causes) {

    private static final int LONGEST = 500;

    static OktaError of(String summary) {
        return new OktaError("", summary, List.of());
    }

    /** Reads the body of an answer with this status; never fails. */
    static OktaError read(int status, String body) {
        try {
            JsonObject json = OktaJson.object(body);
            String code = text(json, "errorCode", "error");
            String summary = text(json, "errorSummary", "error_description");
            if (code.isEmpty() && summary.isEmpty()) {
                return foreign(status, body);
            }
            return new OktaError(code, summary.isEmpty() ? code : summary, causes(json.get("errorCauses")));
        } catch (JsonException e) {
            return foreign(status, body);
        }
    }

    private static OktaError foreign(int status, String body) {
        String shown = shortened(body.strip());
        return of(
                shown.isEmpty()
                        ? "The answer with status " + status + " is empty."
                        : "The answer with status " + status + " is not one of Okta's: " + shown);
    }

    private static String text(JsonObject json, String... names) {
        return Stream.of(names)
                .map(json::get)
                .filter(JsonString.class::isInstance)
                .map(value -> shortened(((JsonString) value).getString()))
                .findFirst()
                .orElse("");
    }

    // An array of objects by the description, and now and then one object (seen with rate limits and old endpoints).
    private static List<String> causes(JsonValue causes) {
        Stream<? extends JsonValue> all = causes == null
                ? Stream.empty()
                : causes.getValueType() == JsonValue.ValueType.ARRAY
                        ? causes.asJsonArray().stream()
                        : Stream.of(causes);
        return all.map(OktaError::cause).filter(cause -> !cause.isEmpty()).toList();
    }

    private static String cause(JsonValue cause) {
        return switch (cause.getValueType()) {
            case OBJECT -> text(cause.asJsonObject(), "errorSummary", "reason", "message");
            case STRING -> shortened(((JsonString) cause).getString());
            default -> "";
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** {@return summary and causes in one line} */
    String text() {
        return causes.isEmpty() ? summary : summary + " (" + String.join("; ", causes) + ")";
    }
}
