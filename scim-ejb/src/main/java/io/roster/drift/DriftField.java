package io.roster.drift;

import io.roster.scim.protocol.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One attribute that differs, with the value of each side.
 *
 * @param name the attribute of Roster; {@code active}; {@code members} of a group
 * @param okta what the user's profile in Okta makes of it; {@code null} for nothing
 * @param app what Okta has for the app; {@code null} for nothing
 * @param roster what Roster has; {@code null} for nothing
 * @param source what Okta's side is made of, such as {@code user.title}; {@code null} where no attribute of Okta is it
 */
public record DriftField(String name, String okta, String app, String roster, String source) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    static String json(List<DriftField> fields) {
        return JsonObjects.of(fields.stream().map(DriftField::json).toList()).toString();
    }

    private JsonObject json() {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        put(json, "name", name);
        put(json, "okta", okta);
        put(json, "app", app);
        put(json, "roster", roster);
        put(json, "source", source);
        return JsonObjects.of(json);
    }

    private static void put(Map<String, JsonValue> json, String key, String value) {
        if (value != null) {
            json.put(key, JSON.createValue(value));
        }
    }

    static List<DriftField> read(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(field -> new DriftField(
                            field.getString("name"),
                            field.getString("okta", null),
                            field.getString("app", null),
                            field.getString("roster", null),
                            field.getString("source", null)))
                    .toList();
        }
    }

    /** Whether two texts say the same; an empty one is none. */
    static boolean same(String one, String other) {
        return Objects.equals(blank(one), blank(other));
    }

    private static String blank(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
