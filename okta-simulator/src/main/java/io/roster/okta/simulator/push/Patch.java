package io.roster.okta.simulator.push;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;

/** The PATCH bodies of catalogue apps. */
final class Patch {
    private static final String MEMBERS = "members";

    private Patch() {}

    /** Replaces attributes without naming a path, Okta's usual form. */
    static JsonObject replace(JsonObject value) {
        return body(Json.array().add(Json.object().add("op", "replace").add("value", value)));
    }

    /** Overwrites all members; an empty array empties the group. */
    static JsonObject replaceMembers(Map<String, String> members) {
        return body(Json.array().add(operation("replace", MEMBERS, GroupContent.values(members))));
    }

    /** Removes members, each through a value filter of its own, then adds others in one array. */
    static JsonObject delta(Collection<String> removed, Map<String, String> added) {
        JsonArrayBuilder operations = Json.array();
        removed.forEach(id ->
                operations.add(Json.object().add("op", "remove").add("path", MEMBERS + "[value eq \"" + id + "\"]")));
        if (!added.isEmpty()) {
            operations.add(operation("add", MEMBERS, GroupContent.values(added)));
        }
        return body(operations);
    }

    private static JsonObjectBuilder operation(String op, String path, JsonValue value) {
        return Json.object().add("op", op).add("path", path).add("value", value);
    }

    private static JsonObject body(JsonArrayBuilder operations) {
        return Json.object()
                .add("schemas", Json.array().add(Urn.PATCH_OP))
                .add("Operations", operations)
                .build();
    }
}
