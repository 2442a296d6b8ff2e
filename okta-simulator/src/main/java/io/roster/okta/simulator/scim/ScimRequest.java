package io.roster.okta.simulator.scim;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request of Okta's provisioning traffic.
 *
 * @param kind what it is for, the name under which its time is counted, for instance {@code create user}
 * @param method the HTTP method
 * @param path path and query after the base URL, percent-encoded
 * @param body the JSON body, if there is one
 */
public record ScimRequest(String kind, String method, String path, Optional<JsonObject> body) {

    /** Reads one resource, as Okta does before each PUT. */
    public static ScimRequest read(ResourceKind type, String id) {
        return new ScimRequest("read " + noun(type), "GET", type.path(id), Optional.empty());
    }

    /** Looks a resource up by one attribute; the page parameters are always startIndex=1 and count=100. */
    public static ScimRequest lookUp(ResourceKind type, String attribute, String value) {
        String quoted = Json.string(value).toString();
        String query = "?filter=" + encode(attribute + " eq " + quoted) + "&startIndex=1&count=100";
        return new ScimRequest("look up " + noun(type), "GET", type.endpoint() + query, Optional.empty());
    }

    /** One page of an import, or of Okta's test of the credentials. */
    public static ScimRequest page(ResourceKind type, int startIndex, int count) {
        String query = "?startIndex=" + startIndex + "&count=" + count;
        return new ScimRequest("import " + noun(type) + "s", "GET", type.endpoint() + query, Optional.empty());
    }

    /** Creates a resource. */
    public static ScimRequest create(ResourceKind type, JsonObject body) {
        return new ScimRequest("create " + noun(type), "POST", type.endpoint(), Optional.of(body));
    }

    /** Replaces a resource. */
    public static ScimRequest put(String kind, ResourceKind type, String id, JsonObject body) {
        return new ScimRequest(kind, "PUT", type.path(id), Optional.of(body));
    }

    /** Changes a resource. */
    public static ScimRequest patch(String kind, ResourceKind type, String id, JsonObject body) {
        return new ScimRequest(kind, "PATCH", type.path(id), Optional.of(body));
    }

    /** Deletes a resource. */
    public static ScimRequest delete(ResourceKind type, String id) {
        return new ScimRequest("delete " + noun(type), "DELETE", type.path(id), Optional.empty());
    }

    /** Percent-encodes as Okta does: a space is %20, never a plus sign. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String noun(ResourceKind type) {
        return type == ResourceKind.USER ? "user" : "group";
    }
}
