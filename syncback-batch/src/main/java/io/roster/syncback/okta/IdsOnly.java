package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads the ids of a list of objects, and makes nothing of all the rest. */
final class IdsOnly {

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private IdsOnly() {}

    /**
     * The value of {@code id} of each object.
     *
     * @param body an array of objects
     * @throws JsonException when it is none, or one of them has no id
     */
    static List<String> of(String body) {
        List<String> ids = new ArrayList<>();
        try (JsonParser parser = PARSERS.createParser(new StringReader(body))) {
            require(parser.next() == Event.START_ARRAY, "no array");
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
                require(event == Event.START_OBJECT, "no object");
                ids.add(id(parser));
            }
            return ids;
        } catch (NoSuchElementException e) {
            throw new JsonException("cut off", e);
        }
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new JsonException(otherwise);
        }
    }

    private static String id(JsonParser parser) {
        while (parser.next() == Event.KEY_NAME) {
            boolean id = parser.getString().equals("id");
            Event value = parser.next();
            if (id && value == Event.VALUE_STRING) {
                String found = parser.getString();
                leave(parser);
                return found;
            }
            if (value == Event.START_OBJECT || value == Event.START_ARRAY) {
                leave(parser);
            }
        }
        throw new JsonException("no id");
    }

    // The parser's own way to skip never ends where the text is cut off (Parsson 1.1).
    private static void leave(JsonParser parser) {
        for (int depth = 1; depth > 0; ) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {}
            }
        }
    }
}
