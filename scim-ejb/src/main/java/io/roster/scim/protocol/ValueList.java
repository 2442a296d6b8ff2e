package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a multi-valued attribute. The same "value" and "type" is the same value (RFC 7643 section 2.4: it
 * SHOULD NOT be there twice): the later one's sub-attributes are merged into the earlier one. Cost is linear.
 */
public final class ValueList {

    /** Most values of an attribute, except members, which are rows of their own and as many as a body can hold. */
    public static final int MAX_VALUES = 500;

    private static final String ROWS = "members";

    private final AttributeDefinition definition;
    private final AttributeDefinition value;
    private final AttributeDefinition type;
    private final List<JsonValue> values = new ArrayList<>();
    private final Map<Object, Integer> positions = new HashMap<>();
    private final Map<Object, Integer> anyType = new HashMap<>();

    /** An empty list of values of that attribute. */
    public ValueList(AttributeDefinition definition) {
        this(definition, List.of());
    }

    /** A list that begins with values as they are, even if some are the same. */
    public ValueList(AttributeDefinition definition, List<? extends JsonValue> present) {
        this.definition = definition;
        this.value = definition.subAttribute("value").orElse(null);
        this.type = definition.subAttribute("type").orElse(null);
        present.forEach(this::append);
    }

    /**
     * Adds a canonical value, or merges it into the one that is the same; without a type it is the same as the first of
     * any type.
     *
     * @return where the value stands now
     */
    public int add(JsonValue added) {
        var present = position(added);
        if (present < 0) {
            append(added);
            return values.size() - 1;
        }
        if (added instanceof JsonObject object) {
            values.set(present, merged(values.get(present).asJsonObject(), object));
        }
        return present;
    }

    /** Where the same value stands, as {@link #add} has it; -1 when the list does not have it. */
    public int position(JsonValue element) {
        var present = positions.get(key(element, type));
        if (present == null && isUntyped(element)) {
            present = anyType.get(key(element, null));
        }
        return present == null ? -1 : present;
    }

    /** Whether the list has that value, or has it without saying of which type. */
    public boolean covers(JsonValue element) {
        return positions.containsKey(key(element, type)) || positions.containsKey(key(element, null));
    }

    /**
     * Refuses more values than a document is made for.
     *
     * @throws ScimException 400 invalidValue
     */
    public static void requireFew(AttributePath path, int size, Place place) {
        if (size > MAX_VALUES && !path.notation().equals(ROWS)) {
            throw ScimException.invalidValue(place.of(path) + " has " + size + " values, and " + MAX_VALUES
                    + " are the most. Send fewer of them.");
        }
    }

    /** Whether a value is marked as the preferred one. */
    public static boolean isPrimary(JsonValue value) {
        return value instanceof JsonObject object && object.get("primary") == JsonValue.TRUE;
    }

    public List<JsonValue> values() {
        return values;
    }

    /** The values as a JSON array; null when there are none. */
    public JsonArray toJson() {
        return values.isEmpty() ? null : JsonObjects.of(values);
    }

    /** What made them the same stays as it was written first: "A@x.example" added to "a@x.example" changes nothing. */
    private JsonObject merged(JsonObject present, JsonObject added) {
        var merged = JsonObjects.merge(present, added);
        for (var identity : List.of("value", "type")) {
            if (present.containsKey(identity)) {
                merged = JsonObjects.with(merged, identity, present.get(identity));
            }
        }
        return merged;
    }

    private void append(JsonValue added) {
        values.add(added);
        positions.putIfAbsent(key(added, type), values.size() - 1);
        anyType.putIfAbsent(key(added, null), values.size() - 1);
    }

    private boolean isUntyped(JsonValue added) {
        return type != null && added instanceof JsonObject object && !object.containsKey(type.name());
    }

    /** What makes values the same: "value", and "type" where it counts; a value without "value" is all it is. */
    private Object key(JsonValue element, AttributeDefinition counted) {
        if (value != null
                && element instanceof JsonObject object
                && object.get(value.name()) instanceof JsonString text) {
            var compared = value.comparable(text.getString());
            return counted != null && object.get(counted.name()) instanceof JsonString kind
                    ? List.of(compared, counted.comparable(kind.getString()))
                    : List.of(compared);
        }
        return element instanceof JsonString text ? definition.comparable(text.getString()) : element;
    }
}
