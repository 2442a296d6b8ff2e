package io.roster.okta.simulator.expectation;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;

/** Phone numbers that are the app's own: an extension of the app names them, and Okta has not sent them. */
final class OwnNumbers {
    private static final String NUMBERS = "phoneNumbers";

    private OwnNumbers() {}

    /** {@code got} without those, as Okta does not know of them yet. */
    static JsonObject leftOut(JsonObject sent, JsonObject got) {
        if (!(got.get(NUMBERS) instanceof JsonArray numbers)) {
            return got;
        }
        Set<String> own = named(got);
        own.removeAll(values(sent.get(NUMBERS)));
        if (own.isEmpty()) {
            return got;
        }
        JsonArrayBuilder others = Json.array();
        numbers.stream().filter(number -> !own.contains(value(number))).forEach(others::add);
        return Json.object(got).add(NUMBERS, others).build();
    }

    /** Every text in the app's own extensions. */
    private static Set<String> named(JsonObject got) {
        Set<String> named = new HashSet<>();
        got.forEach((name, value) -> {
            if (name.startsWith("urn:") && !name.equals(Urn.ENTERPRISE_USER) && value instanceof JsonObject extension) {
                extension.values().forEach(text -> {
                    if (text instanceof JsonString string) {
                        named.add(string.getString());
                    }
                });
            }
        });
        return named;
    }

    private static Set<String> values(JsonValue numbers) {
        Set<String> values = new HashSet<>();
        if (numbers instanceof JsonArray array) {
            array.forEach(number -> values.add(value(number)));
        }
        return values;
    }

    private static String value(JsonValue number) {
        return number instanceof JsonObject object ? object.getString("value", "") : "";
    }
}
