package io.roster.console.people;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** SCIM documents as pages show them. */
final class ScimText {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());
    private static final JsonWriterFactory PRETTY =
            JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private ScimText() {}

    static JsonObject parse(String document) {
        return read(document).asJsonObject();
    }

    static JsonStructure read(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.read();
        }
    }

    /** The text of an attribute, named with those it is inside of; empty where there is none. */
    static String text(JsonObject document, String... names) {
        JsonValue value = document;
        for (String name : names) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return words(value);
    }

    /** A value as a reader would say it: values of a multi-valued attribute with their type; empty for none. */
    static String words(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        } else if (value instanceof JsonString string) {
            return string.getString();
        } else if (value instanceof JsonArray values) {
            return values.stream().map(ScimText::words).collect(Collectors.joining(", "));
        } else if (value instanceof JsonObject object && object.containsKey("value")) {
            String type = text(object, "type");
            return text(object, "value") + (type.isEmpty() ? "" : " (" + type + ")");
        }
        return value.toString();
    }

    static String pretty(JsonStructure json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = PRETTY.createWriter(text)) {
            writer.write(json);
        }
        return text.toString().strip();
    }
}
