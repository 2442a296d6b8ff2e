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
            expect(parser, Event.START_ARRAY);
            while (parser.next() == Event.START_OBJECT) {
                ids.add(id(parser));
            }
            return ids;
        } catch (NoSuchElementException e) {
            throw new JsonException("cut off", e);
        }
    }

    private static void expect(JsonParser parser, Event event) {
        if (parser.next() != event) {
            throw new JsonException("no " + event);
        }
    }

    private static String id(JsonParser parser) {
        while (parser.next() == Event.KEY_NAME) {
            boolean id = parser.getString().equals("id");
            Event value = parser.next();
            if (id && value == Event.VALUE_STRING) {
                String found = parser.getString();
                parser.skipObject();
                return found;
            }
            if (value == Event.START_OBJECT) {
                parser.skipObject();
            } else if (value == Event.START_ARRAY) {
                parser.skipArray();
            }
        }
        throw new JsonException("no id");
    }
}
