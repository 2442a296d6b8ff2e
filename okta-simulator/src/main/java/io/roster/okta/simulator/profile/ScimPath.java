package io.roster.okta.simulator.profile;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a text stands in the SCIM attributes of a person.
 *
 * @param steps names from the outermost to the innermost; {@code phoneNumbers[work]} is the value of that type in a list
 */
record ScimPath(List<String> steps) {
    private static final Set<String> LABELS = Set.of("type", "primary");

    static ScimPath of(String... steps) {
        return new ScimPath(List.of(steps));
    }

    /** The text there; empty when there is none. */
    Optional<String> get(JsonObject profile) {
        JsonValue value = profile;
        for (String step : steps) {
            if (!(value instanceof JsonObject object)) {
                return Optional.empty();
            }
            value = step(object, step);
        }
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static JsonValue step(JsonObject object, String step) {
        int bracket = step.indexOf('[');
        if (bracket < 0) {
            return object.get(step);
        }
        return object.get(step.substring(0, bracket)) instanceof JsonArray list ? element(list, type(step)) : null;
    }

    private static JsonObject element(JsonArray list, String type) {
        for (JsonValue value : list) {
            if (value.asJsonObject().getString("type", "").equals(type)) {
                return value.asJsonObject();
            }
        }
        return null;
    }

    private static String type(String step) {
        return step.substring(step.indexOf('[') + 1, step.length() - 1);
    }

    /** The attributes with this text there, or without one where it is {@code null}; what becomes empty disappears. */
    JsonObject set(JsonObject profile, String text) {
        return set(profile, 0, text);
    }

    private JsonObject set(JsonObject object, int depth, String text) {
        String step = steps.get(depth);
        JsonObjectBuilder changed = Json.object(object);
        if (depth == steps.size() - 1) {
            return text == null
                    ? changed.remove(step).build()
                    : changed.add(step, text).build();
        }
        int bracket = step.indexOf('[');
        JsonValue value = bracket < 0 ? inner(object, step, depth, text) : list(object, step, depth, text);
        String name = bracket < 0 ? step : step.substring(0, bracket);
        boolean empty = value.equals(JsonValue.EMPTY_JSON_OBJECT) || value.equals(JsonValue.EMPTY_JSON_ARRAY);
        return empty ? changed.remove(name).build() : changed.add(name, value).build();
    }

    private JsonObject inner(JsonObject object, String step, int depth, String text) {
        JsonObject before = object.containsKey(step) ? object.getJsonObject(step) : JsonValue.EMPTY_JSON_OBJECT;
        return set(before, depth + 1, text);
    }

    private JsonArray list(JsonObject object, String step, int depth, String text) {
        String name = step.substring(0, step.indexOf('['));
        String type = type(step);
        JsonArray before = object.containsKey(name) ? object.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
        JsonObject known = element(before, type);
        JsonObject changed = set(known == null ? JsonValue.EMPTY_JSON_OBJECT : known, depth + 1, text);
        JsonArrayBuilder after = Json.array();
        before.stream()
                .filter(value -> value != known || !LABELS.containsAll(changed.keySet()))
                .forEach(value -> after.add(value == known ? changed : value));
        if (known == null && !changed.isEmpty()) {
            after.add(labelled(changed, name, type));
        }
        return after.build();
    }

    /** As Okta sends a new value: with its type, and what is for work is the primary one of e-mails and phones. */
    private static JsonObject labelled(JsonObject value, String list, String type) {
        JsonObjectBuilder labelled = Json.object(value).add("type", type);
        if (!list.equals("addresses")) {
            labelled.add("primary", type.equals("work"));
        }
        return labelled.build();
    }
}
