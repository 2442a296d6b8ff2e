package io.roster.scim.bulk;

import io.roster.scim.bulk.BulkService.Written;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one operation.
 *
 * @param operation the operation
 * @param path of the resource, as far as it is known; null where there is none
 * @param version the resource's entity tag after the operation; null where there is none
 * @param id the resource's SCIM id; null for an operation that failed
 * @param status the HTTP status of the operation
 * @param error why it failed; null for one that succeeded
 */
public record BulkResult(
        BulkOperation operation, String path, String version, String id, int status, ScimException error) {

    /** The schema of the answer to a bulk request. */
    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    private static final JsonProvider JSON = JsonProvider.provider();

    static BulkResult done(BulkOperation operation, Written written) {
        return new BulkResult(operation, written.path(), written.version(), written.id(), written.status(), null);
    }

    static BulkResult failed(BulkOperation operation, String path, ScimException error) {
        return new BulkResult(operation, path, null, null, error.status(), error);
    }

    /** The same operation after its resource was completed. */
    BulkResult completed(Written written) {
        return new BulkResult(operation, path, written.version(), id, status, null);
    }

    boolean hasFailed() {
        return error != null;
    }

    /**
     * The BulkResponse message (RFC 7644 section 3.7).
     *
     * @param results in the order of the request
     * @param base the address of the SCIM service without a slash at the end
     */
    public static JsonObject message(List<BulkResult> results, String base) {
        var message = new LinkedHashMap<String, JsonValue>();
        message.put("schemas", JsonObjects.ofStrings(List.of(URN)));
        message.put(
                "Operations",
                JsonObjects.of(results.stream().map(r -> r.toJson(base)).toList()));
        return JsonObjects.of(message);
    }

    /** Status is text, as in the sentences and the last examples of RFC 7644 section 3.7.3. */
    private JsonObject toJson(String base) {
        var json = new LinkedHashMap<String, JsonValue>();
        // A creation that failed has made nothing that could be anywhere.
        if (path != null && !(hasFailed() && operation.method() == BulkMethod.POST)) {
            put(json, "location", base + path);
        }
        put(json, "method", operation.methodName());
        put(json, "bulkId", operation.bulkId());
        put(json, "version", version);
        put(json, "status", Integer.toString(status));
        if (hasFailed()) {
            json.put("response", error.toJson());
        }
        return JsonObjects.of(json);
    }

    private static void put(Map<String, JsonValue> json, String name, String value) {
        if (value != null) {
            json.put(name, JSON.createValue(value));
        }
    }
}
