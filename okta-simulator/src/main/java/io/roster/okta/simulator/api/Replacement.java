package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.profile.ProfileMapping;
import io.roster.okta.simulator.schema.UserSchema;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What a PUT means: it clears every attribute that it leaves out. */
final class Replacement {

    private Replacement() {}

    /** The changes that make the profile exactly {@code sent}. */
    static JsonObject of(UserSchema schema, Account before, JsonObject sent) {
        JsonObjectBuilder changes = Json.object(sent);
        schema.names().stream()
                .filter(name -> !sent.containsKey(name))
                .filter(name -> ProfileMapping.value(before, name).isPresent())
                .forEach(name -> changes.add(name, JsonValue.NULL));
        return changes.build();
    }

    /** Whether the value clears an attribute. */
    static boolean blank(JsonValue value) {
        return value instanceof JsonString text && text.getString().isEmpty();
    }
}
