package io.roster.audit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What differs between two versions of a resource, attribute by attribute. */
public final class Changes {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private Changes() {}

    /**
     * Compares two versions. Complex attributes and extensions are compared by their sub-attributes, multi-valued ones as
     * a whole. Neither version holds a password: it is taken out before a document is made.
     *
     * @param before the version before, empty for a new resource
     * @param after the version after, empty for a deleted one
     * @return a JSON array of {@code {"attribute":…,"before":…,"after":…}}, in which a value that is absent is left out
     */
    public static String between(JsonObject before, JsonObject after) {
        JsonArrayBuilder changes = JSON.createArrayBuilder();
        compare("", before, after, changes);
        return changes.build().toString();
    }

    /**
     * Compares two versions of a resource whose one attribute is a set of references.
     *
     * @param before the version before
     * @param after the version after
     * @param attribute the name of that attribute
     * @param removed the values that were removed from it: told as {@code before}
     * @param added the values that were added to it: told as {@code after}
     * @return a JSON array as at {@link #between(JsonObject, JsonObject)}
     */
    public static String between(
            JsonObject before, JsonObject after, String attribute, Set<String> removed, Set<String> added) {
        JsonArrayBuilder changes = JSON.createArrayBuilder();
        compare("", before, after, changes);
        if (!removed.isEmpty() || !added.isEmpty()) {
            changes.add(change(attribute, array(removed), array(added)));
        }
        return changes.build().toString();
    }

    private static JsonValue array(Set<String> values) {
        return values.isEmpty() ? null : JSON.createArrayBuilder(values).build();
    }

    private static void compare(String prefix, JsonObject before, JsonObject after, JsonArrayBuilder changes) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            JsonValue old = before.get(name);
            JsonValue now = after.get(name);
            if (name.equals("schemas") || (old != null && old.equals(now))) {
                continue;
            }
            if (old instanceof JsonObject oldObject && now instanceof JsonObject newObject) {
                compare(path(prefix, name), oldObject, newObject, changes);
            } else {
                changes.add(change(path(prefix, name), old, now));
            }
        }
    }

    // A sub-attribute of an extension is set off by a colon (RFC 7644 section 3.10), any other by a dot.
    private static String path(String prefix, String name) {
        if (prefix.isEmpty()) {
            return name;
        }
        return prefix + (prefix.startsWith("urn:") && !prefix.contains(":User:") ? ":" : ".") + name;
    }

    private static JsonObject change(String path, JsonValue old, JsonValue now) {
        JsonObjectBuilder change = JSON.createObjectBuilder().add("attribute", path);
        if (old != null) {
            change.add("before", old);
        }
        if (now != null) {
            change.add("after", now);
        }
        return change.build();
    }
}
