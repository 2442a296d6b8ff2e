package io.roster.okta.simulator.http;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request to Okta's REST API.
 *
 * @param id what the answer's X-Okta-Request-Id says
 * @param method GET, POST, PUT or DELETE
 * @param path decoded, without the query, for instance {@code /api/v1/users/00u1}
 * @param query the parameters
 * @param headers gives the value of a header, by its name in any letters, {@code null} where it is missing
 * @param body the text of the body, empty when there is none
 * @param origin scheme, host and port by which the client called
 */
public record ApiRequest(
        String id,
        String method,
        String path,
        Query query,
        Function<String, String> headers,
        String body,
        String origin) {

    /** The parts of the path between the slashes. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }

    /** One part of the path, the first is 0: {@code /api/v1/users/x} has {@code x} at 3. */
    public String segment(int index) {
        return segments().get(index);
    }

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** The body as an object; E0000003 where it is none. */
    public JsonObject json() {
        try {
            return Json.parse(body);
        } catch (JsonException e) {
            throw OktaError.malformed();
        }
    }

    /** The body as an object, an empty one where there is no body. */
    public JsonObject jsonOrEmpty() {
        return body.isBlank() ? JsonObject.EMPTY_JSON_OBJECT : json();
    }

    /** The body as a form. */
    public Query form() {
        return Query.of(body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
