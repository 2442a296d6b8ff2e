package io.roster.okta.simulator.http;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of Okta's REST API.
 *
 * @param status HTTP status
 * @param headers the values by name
 * @param contentType what the body is
 * @param body its text; empty for none
 */
public record ApiAnswer(int status, Map<String, List<String>> headers, String contentType, String body) {
    private static final String JSON = "application/json";

    /** 200 with this body. */
    public static ApiAnswer ok(JsonValue body) {
        return of(200, body);
    }

    /** A status with this body. */
    public static ApiAnswer of(int status, JsonValue body) {
        return new ApiAnswer(status, Map.of(), JSON, body.toString());
    }

    /** 204. */
    public static ApiAnswer nothing() {
        return new ApiAnswer(204, Map.of(), JSON, "");
    }

    /** 200 with a page for people. */
    public static ApiAnswer html(String page) {
        return new ApiAnswer(200, Map.of(), "text/html; charset=utf-8", page);
    }

    /** The same answer with this value of a header instead of any other. */
    public ApiAnswer with(String name, String value) {
        return with(name, List.of(value));
    }

    /** The same answer with these values of a header instead of any others. */
    public ApiAnswer with(String name, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name, values);
        return new ApiAnswer(status, more, contentType, body);
    }

    /** The same answer with another body. */
    public ApiAnswer withBody(String other) {
        return new ApiAnswer(status, headers, contentType, other);
    }
}
