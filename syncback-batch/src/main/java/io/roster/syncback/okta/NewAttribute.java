package io.roster.syncback.okta;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The request that adds an attribute to Okta's user schema, which leaves all others as they are. */
final class NewAttribute {

    private NewAttribute() {}

    static JsonObject json(String name, String title, int maxLength) {
        JsonObjectBuilder attribute = object().add("title", title)
                .add("type", "string")
                .add("maxLength", maxLength)
                .add("required", false)
                .add(
                        "permissions",
                        OktaJson.BUILDERS
                                .createArrayBuilder()
                                .add(object().add("principal", "SELF").add("action", "READ_ONLY")));
        JsonObjectBuilder custom = object().add("id", "#custom")
                .add("type", "object")
                .add("properties", object().add(name, attribute))
                .add("required", OktaJson.BUILDERS.createArrayBuilder());
        return object().add("definitions", object().add("custom", custom)).build();
    }

    private static JsonObjectBuilder object() {
        return OktaJson.BUILDERS.createObjectBuilder();
    }
}
