package io.roster.okta.simulator.expectation;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was sent with what came back. Attributes that only the server knows may come in addition. */
public final class Echo {
    private static final Set<String> NOTHING = Set.of();

    /** Okta sends them for people to read; the server has its own (RFC 7643 sections 4.3 and 8.7.1: read-only). */
    private static final Set<String> LABELS = Set.of(Urn.ENTERPRISE_USER + ".manager.displayName", "members.display");

    private Echo() {}

    /** Every attribute of {@code sent} that {@code got} has not or has differently, one sentence each. */
    public static List<String> differences(JsonObject sent, JsonObject got) {
        return differences(sent, got, NOTHING);
    }

    /** The same, without looking at the top-level attributes named in {@code ignored}. */
    public static List<String> differences(JsonObject sent, JsonObject got, Set<String> ignored) {
        List<String> found = new ArrayList<>();
        JsonObject shown = OwnNumbers.leftOut(sent, got);
        sent.forEach((name, value) -> {
            if (!ignored.contains(name) && !foreignExtension(name)) {
                compare(name, name.equals("schemas") ? kept(sent) : value, shown.get(name), found);
            }
        });
        return found;
    }

    /** The schemas without those extensions that are emptied with this request. */
    private static JsonArray kept(JsonObject sent) {
        return Json.strings(sent.getJsonArray("schemas").getValuesAs(JsonString::getString).stream()
                .filter(urn -> !sent.containsKey(urn) || !blank(sent.get(urn)))
                .toList());
    }

    /** An extension that Okta only carries back: its attributes are the server's own. */
    private static boolean foreignExtension(String name) {
        return name.startsWith("urn:") && !name.equals(Urn.ENTERPRISE_USER);
    }

    private static void compare(String path, JsonValue sent, JsonValue got, List<String> found) {
        if (LABELS.contains(path)) {
            return;
        }
        if (blank(sent)) {
            // Absent, null and empty all mean the same: no value (RFC 7643 section 2.5).
            report(blank(got), path, sent, got, found);
        } else if (sent instanceof JsonObject object && got instanceof JsonObject other) {
            for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                compare(path + "." + entry.getKey(), entry.getValue(), other.get(entry.getKey()), found);
            }
        } else if (sent instanceof JsonArray array && got instanceof JsonArray other) {
            report(sameValues(path, array, other), path, sent, got, found);
        } else {
            report(sent.equals(got), path, sent, got, found);
        }
    }

    private static boolean blank(JsonValue value) {
        return value == null
                || value == JsonValue.NULL
                || value instanceof JsonArray array && array.isEmpty()
                || value instanceof JsonObject object
                        && object.values().stream().allMatch(Echo::blank)
                || value instanceof JsonString string && string.getString().isEmpty();
    }

    /** Values of a multi-valued attribute have no order (RFC 7643 section 2.4); schemas may name more than was sent. */
    private static boolean sameValues(String path, JsonArray sent, JsonArray got) {
        if (got.size() != sent.size() && !path.equals("schemas")) {
            return false;
        }
        // Members can be thousands: only values with the same "value" are compared with each other.
        Map<JsonValue, List<JsonValue>> left = new HashMap<>();
        got.forEach(value ->
                left.computeIfAbsent(key(value), unused -> new ArrayList<>()).add(value));
        return sent.stream().allMatch(value -> takeOne(path, value, left.getOrDefault(key(value), new ArrayList<>())));
    }

    private static JsonValue key(JsonValue value) {
        return value instanceof JsonObject object
                ? object.getOrDefault("value", JsonValue.NULL)
                : value instanceof JsonString ? value : JsonValue.NULL;
    }

    private static boolean takeOne(String path, JsonValue value, List<JsonValue> left) {
        return left.stream()
                .filter(other -> same(path, value, other))
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }

    private static boolean same(String path, JsonValue sent, JsonValue got) {
        List<String> found = new ArrayList<>();
        compare(path, sent, got, found);
        return found.isEmpty();
    }

    private static void report(boolean equal, String path, JsonValue sent, JsonValue got, List<String> found) {
        if (!equal) {
            found.add(path + ": " + shortened(sent) + " became " + shortened(got));
        }
    }

    private static String shortened(JsonValue value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "… (" + text.length() + " characters)";
    }
}
