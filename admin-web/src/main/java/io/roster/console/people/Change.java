package io.roster.console.people;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an event changed about one attribute.
 *
 * @param attribute its path; the extension's name is left out of it
 * @param before what it said; empty where it was absent
 * @param after what it says since; empty where it was taken away
 */
public record Change(String attribute, String before, String after) {

    /**
     * Reads changes as events and candidates of the import have them.
     *
     * @param json an array, or {@code null}
     * @return the changes, complex attributes taken apart; none for {@code null}
     */
    public static List<Change> read(String json) {
        return json == null ? List.of() : listOf(ScimText.read(json).asJsonArray());
    }

    /** Takes complex attributes apart, so that each line says one thing. */
    static List<Change> listOf(JsonArray changes) {
        List<Change> list = new ArrayList<>();
        for (JsonObject change : changes.getValuesAs(JsonObject.class)) {
            String path = change.getString("attribute").replaceFirst("^urn:[^ ]*:User[:.]?", "");
            add(list, path, change.get("before"), change.get("after"));
        }
        return list;
    }

    private static void add(List<Change> list, String path, JsonValue before, JsonValue after) {
        Set<String> names = new LinkedHashSet<>();
        if (before instanceof JsonObject object) {
            names.addAll(object.keySet());
        }
        if (after instanceof JsonObject object) {
            names.addAll(object.keySet());
        }
        if (names.isEmpty()) {
            list.add(new Change(path, ScimText.words(before), ScimText.words(after)));
        }
        for (String name : names) {
            add(list, path.isEmpty() ? name : path + "." + name, sub(before, name), sub(after, name));
        }
    }

    private static JsonValue sub(JsonValue value, String name) {
        return value instanceof JsonObject object ? object.get(name) : null;
    }
}
