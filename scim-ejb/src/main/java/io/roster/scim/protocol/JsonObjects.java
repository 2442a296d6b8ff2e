package io.roster.scim.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Map;

/** Makes JSON of collections; the factory is held, as looking the provider up costs more than the object. */
public final class JsonObjects {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonBuilderFactory JSON = PROVIDER.createBuilderFactory(Map.of());

    private JsonObjects() {}

    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        var object = JSON.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    public static JsonArray of(Collection<? extends JsonValue> values) {
        var array = JSON.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    public static JsonArray ofStrings(Collection<String> values) {
        return JSON.createArrayBuilder(values).build();
    }

    /** The object with other members added to it, in place of its own of the same names. */
    public static JsonObject merge(JsonObject object, JsonObject others) {
        var merged = JSON.createObjectBuilder(object);
        others.forEach(merged::add);
        return merged.build();
    }

    /** The object with that member in place of its own, or without it when the value is null. */
    public static JsonObject with(JsonObject object, String name, JsonValue value) {
        var changed = JSON.createObjectBuilder(object);
        return (value == null ? changed.remove(name) : changed.add(name, value)).build();
    }

    /** The member of that name, whatever its case (RFC 7643 section 2.1); null when there is none. */
    public static JsonValue member(JsonObject object, String name) {
        var exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (var member : object.entrySet()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return null;
    }
}
