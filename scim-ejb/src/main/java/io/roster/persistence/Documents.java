package io.roster.persistence;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Stored documents: text to JSON and small edits. */
public final class Documents {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

    private Documents() {}

    /**
     * Reads a stored document.
     *
     * @param document JSON text of an object
     * @return the object
     */
    public static JsonObject parse(String document) {
        try (JsonReader reader = READERS.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }

    /**
     * Adds the id, which stored documents do not repeat.
     *
     * @param document the document
     * @param id the SCIM id
     * @return a copy with {@code id}
     */
    public static JsonObject withId(JsonObject document, String id) {
        return BUILDERS.createObjectBuilder(document).add("id", id).build();
    }

    /**
     * Sets a boolean attribute.
     *
     * @param document the document
     * @param attribute its name
     * @param value its value
     * @return a copy with the attribute
     */
    public static JsonObject with(JsonObject document, String attribute, boolean value) {
        return BUILDERS.createObjectBuilder(document)
                .add(attribute, value ? JsonValue.TRUE : JsonValue.FALSE)
                .build();
    }

    /**
     * Leaves an attribute out.
     *
     * @param document the document
     * @param attribute its name
     * @return a copy without the attribute, or the document where it has none
     */
    public static JsonObject without(JsonObject document, String attribute) {
        return document.containsKey(attribute)
                ? BUILDERS.createObjectBuilder(document).remove(attribute).build()
                : document;
    }

    /** @return the present instant in the precision in which instants are stored */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
