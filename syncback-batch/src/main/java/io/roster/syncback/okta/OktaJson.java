package io.roster.syncback.okta;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** Reads and builds the bodies; the factories are held because looking them up costs more than a body. */
final class OktaJson {

    static final JsonBuilderFactory BUILDERS = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private OktaJson() {}

    /**
     * @throws JsonException when the text is no JSON object
     */
    static JsonObject object(String text) {
        JsonValue value = value(text);
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw new JsonException("no object but " + value.getValueType());
        }
        return value.asJsonObject();
    }

    /**
     * @throws JsonException when the text is no JSON
     */
    static JsonValue value(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    /** {@return the object of this name, or an empty one} */
    static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }
}
