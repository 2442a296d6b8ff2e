package io.roster.okta.simulator.push;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * A group in the app's terms.
 *
 * @param name the displayName
 * @param named whether that is Okta's to set; otherwise it is repeated where a whole group is sent, and nowhere else
 * @param members the userNames of the members by the app's ids
 */
record GroupContent(String name, boolean named, Map<String, String> members) {

    /** The body of a create, and of the wizard's PUT. */
    JsonObject body() {
        return Json.object()
                .add("schemas", Json.array().add(Urn.GROUP))
                .add("displayName", name)
                .add("members", values(members))
                .build();
    }

    /** Members as Okta sends them: the id and a name to show, neither type nor $ref. */
    static JsonArray values(Map<String, String> members) {
        JsonArrayBuilder array = Json.array();
        members.forEach(
                (id, userName) -> array.add(Json.object().add("value", id).add("display", userName)));
        return array.build();
    }
}
