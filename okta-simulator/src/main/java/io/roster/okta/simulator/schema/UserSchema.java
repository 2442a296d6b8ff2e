package io.roster.okta.simulator.schema;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The attributes of Okta's user profile: the base ones, and those that an administrator has added. Thread-safe. */
public final class UserSchema {
    private static final Map<String, ProfileAttribute> BASE = base();
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number", "array");
    private volatile Map<String, ProfileAttribute> custom = Map.of();
    private volatile Consumer<JsonObject> listener = properties -> {};

    private static Map<String, ProfileAttribute> base() {
        try (InputStream file = UserSchema.class.getResourceAsStream("base-attributes.json")) {
            Map<String, ProfileAttribute> base = new LinkedHashMap<>();
            Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .forEach((name, definition) ->
                            base.put(name, new ProfileAttribute(name, definition.asJsonObject())));
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definitions of the base attributes. */
    public JsonObject baseProperties() {
        return properties(BASE);
    }

    /** The definitions of the custom attributes. */
    public JsonObject customProperties() {
        return properties(custom);
    }

    private static JsonObject properties(Map<String, ProfileAttribute> attributes) {
        JsonObjectBuilder properties = Json.object();
        attributes.forEach((name, attribute) -> properties.add(name, attribute.shown()));
        return properties.build();
    }

    /**
     * Adds, changes and (JSON's null) removes custom attributes, all or none.
     *
     * @return what was wrong, one sentence each; then nothing has changed
     */
    public synchronized List<String> change(JsonObject properties) {
        List<String> wrong = new ArrayList<>();
        Map<String, ProfileAttribute> changed = new LinkedHashMap<>(custom);
        properties.forEach((name, value) -> {
            if (value == JsonValue.NULL) {
                changed.remove(name);
            } else if (value instanceof JsonObject definition) {
                definitionRefusal(name, definition, wrong);
                changed.put(name, new ProfileAttribute(name, definition));
            } else {
                wrong.add(name + ": The definition must be an object");
            }
        });
        if (wrong.isEmpty()) {
            custom = changed;
            listener.accept(customProperties());
        }
        return wrong;
    }

    private void definitionRefusal(String name, JsonObject definition, List<String> wrong) {
        if (BASE.containsKey(name) || !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            wrong.add(name
                    + ": The name is that of a base attribute, or has other characters than letters, digits and _");
        }
        if (definition.getString("title", "").isBlank()) {
            wrong.add(name + ".title: The field cannot be left blank");
        }
        String type = definition.getString("type", "");
        ProfileAttribute known = custom.get(name);
        if (!TYPES.contains(type)) {
            wrong.add(name + ".type: The type must be one of string, boolean, integer, number, array");
        } else if (known != null && !known.definition().getString("type").equals(type)) {
            wrong.add(name + ".type: The type of an attribute that exists cannot be changed");
        }
    }

    /** Tells {@code listener} the custom attributes whenever they have changed. */
    public void onChange(Consumer<JsonObject> listener) {
        this.listener = listener;
    }

    /** Has exactly these custom attributes from now on, without a check. */
    public synchronized void load(JsonObject properties) {
        Map<String, ProfileAttribute> loaded = new LinkedHashMap<>();
        properties.forEach((name, value) -> loaded.put(name, new ProfileAttribute(name, value.asJsonObject())));
        custom = loaded;
    }

    /** What is wrong with these attributes of a profile, by attribute; null clears what is not required. */
    public Map<String, String> refusals(JsonObject changes) {
        Map<String, String> wrong = new LinkedHashMap<>();
        changes.forEach((name, value) -> {
            ProfileAttribute attribute = BASE.getOrDefault(name, custom.get(name));
            if (attribute == null) {
                wrong.put(name, "Property name '" + name + "' is not defined in profile");
            } else if (value != JsonValue.NULL) {
                attribute.refusal(value).ifPresent(reason -> wrong.put(name, name + ": " + reason));
            } else if (attribute.required()) {
                wrong.put(name, name + ": The field cannot be left blank");
            }
        });
        return wrong;
    }

    /** The attributes that every profile must have. */
    public List<String> required() {
        List<String> names = new ArrayList<>();
        List.of(BASE, custom).forEach(attributes -> attributes.values().stream()
                .filter(ProfileAttribute::required)
                .map(ProfileAttribute::name)
                .forEach(names::add));
        return names;
    }

    /** The names of all attributes. */
    public List<String> names() {
        List<String> names = new ArrayList<>(BASE.keySet());
        names.addAll(custom.keySet());
        return names;
    }
}
