package io.roster.scim.bulk;

import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.JsonObjects;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A resource to be made, parted for a circle of references (RFC 7644 section 3.7.1): it is made without what refers to
 * resources that are not there yet, and gets the rest when they are.
 *
 * @param now the attributes to make it with
 * @param later the others, in the same structure; empty where nothing waits
 */
record BulkData(JsonObject now, JsonObject later) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    /**
     * Parts a resource: values of a list one by one, any other attribute as a whole, and those of extensions by
     * themselves.
     *
     * @param waits whether a value refers to what is not there yet
     */
    static BulkData part(JsonObject data, Predicate<JsonValue> waits) {
        var now = new LinkedHashMap<String, JsonValue>();
        var later = new LinkedHashMap<String, JsonValue>();
        data.forEach((name, value) -> {
            if (!waits.test(value)) {
                now.put(name, value);
            } else if (value instanceof JsonArray array) {
                var waiting = new ArrayList<JsonValue>();
                var rest = new ArrayList<JsonValue>();
                array.forEach(element -> (waits.test(element) ? waiting : rest).add(element));
                now.put(name, JsonObjects.of(rest));
                later.put(name, JsonObjects.of(waiting));
            } else if (value instanceof JsonObject extension && name.indexOf(':') > 0) {
                var parted = part(extension, waits);
                now.put(name, parted.now);
                later.put(name, parted.later);
            } else {
                later.put(name, value);
            }
        });
        return new BulkData(JsonObjects.of(now), JsonObjects.of(later));
    }

    /** The PATCH that adds attributes to a resource. */
    static JsonObject addition(JsonObject attributes) {
        return patchOp(JSON.createArrayBuilder()
                .add(JSON.createObjectBuilder().add("op", "add").add("value", attributes))
                .build());
    }

    /** The PatchOp message of some operations. */
    static JsonObject patchOp(JsonArray operations) {
        return JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(PatchOperation.URN))
                .add("Operations", operations)
                .build();
    }
}
