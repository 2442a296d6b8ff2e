package io.roster.okta.simulator.schema;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * One attribute of Okta's user profile.
 *
 * @param name its name in profiles
 * @param definition how it stands in the schema: title, type, minLength, maxLength, format, enum, required
 */
record ProfileAttribute(String name, JsonObject definition) {

    /** The definition with what Okta adds where it does not say otherwise. */
    JsonObject shown() {
        JsonObjectBuilder shown = Json.object()
                .add("mutability", "READ_WRITE")
                .add("scope", "NONE")
                .add(
                        "permissions",
                        Json.array().add(Json.object().add("principal", "SELF").add("action", "READ_ONLY")))
                .add("master", Json.object().add("type", "PROFILE_MASTER"));
        definition.forEach(shown::add);
        return shown.build();
    }

    boolean required() {
        return definition.getBoolean("required", false);
    }

    /** Why this value, which is not null, is none of the attribute's; empty when it is fine. */
    Optional<String> refusal(JsonValue value) {
        String type = definition.getString("type");
        boolean typed =
                switch (type) {
                    case "string" -> value instanceof JsonString;
                    case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
                    case "integer" -> value instanceof JsonNumber number && number.isIntegral();
                    case "number" -> value instanceof JsonNumber;
                    default -> value instanceof JsonArray;
                };
        if (!typed) {
            return Optional.of("Value does not match the type " + type);
        }
        if (definition.containsKey("enum") && !definition.getJsonArray("enum").contains(value)) {
            return Optional.of("Value is not one of those that are allowed");
        }
        return value instanceof JsonString text ? textRefusal(text.getString()) : Optional.empty();
    }

    private Optional<String> textRefusal(String text) {
        if (text.isEmpty()) {
            return required() ? Optional.of("The field cannot be left blank") : Optional.empty();
        }
        if (text.length() < definition.getInt("minLength", 0)) {
            return Optional.of("The field must be at least " + definition.getInt("minLength") + " characters");
        }
        if (text.length() > definition.getInt("maxLength", Integer.MAX_VALUE)) {
            return Optional.of("The field must be at most " + definition.getInt("maxLength") + " characters");
        }
        if (text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            return Optional.of("The field contains characters of more than 3 bytes");
        }
        boolean email = definition.getString("format", "").equals("email");
        return email && !text.matches("[^@\\s]+@[^@\\s]+")
                ? Optional.of("Does not match required pattern")
                : Optional.empty();
    }
}
