package io.roster.scim.protocol;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashSet;
import java.util.Map;

/**
 * Reads a request body, and refuses what no client of good will sends and no database takes: malformed JSON, bytes that
 * are not of the charset, NUL, halves of surrogate pairs, a name twice in an object, absurd depth and numbers.
 */
public final class JsonBody {

    /** Deepest nesting of objects and arrays; SCIM itself needs 5. It is checked before recursion could overflow. */
    public static final int MAX_DEPTH = 64;

    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_EXPONENT = 400;
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
    private static final JsonBuilderFactory JSON = PROVIDER.createBuilderFactory(Map.of());

    private final JsonParser parser;
    private int depth;

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads one JSON object.
     *
     * @param charset from the Content-Type, UTF-8 when it names none
     * @throws ScimException 400 invalidSyntax
     */
    public static JsonObject parse(byte[] body, Charset charset) {
        var text = decode(body, charset);
        if (text.isBlank()) {
            throw invalid("it is empty");
        }
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            if (parser.next() != Event.START_OBJECT) {
                throw invalid("it must be a JSON object, in braces");
            }
            var object = new JsonBody(parser).object();
            if (parser.hasNext()) {
                throw invalid("something follows the closing brace");
            }
            return object;
        } catch (JsonParsingException e) {
            throw invalid("it is malformed near line " + e.getLocation().getLineNumber() + ", column "
                    + e.getLocation().getColumnNumber());
        } catch (JsonException e) {
            throw invalid("it is malformed");
        }
    }

    private static String decode(byte[] body, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw invalid("its bytes are not valid " + charset.name());
        }
    }

    private JsonObject object() {
        descend();
        var object = JSON.createObjectBuilder();
        var names = new HashSet<String>();
        while (parser.next() != Event.END_OBJECT) {
            var name = text();
            if (!names.add(name)) {
                throw invalid("\"" + Excerpt.of(name) + "\" is twice in one object");
            }
            object.add(name, value(parser.next()));
        }
        depth--;
        return object.build();
    }

    private JsonValue array() {
        descend();
        var array = JSON.createArrayBuilder();
        for (var event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event));
        }
        depth--;
        return array.build();
    }

    private JsonValue value(Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> PROVIDER.createValue(text());
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
    }

    private String text() {
        var text = parser.getString();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\0') {
                throw invalid("\"" + Excerpt.of(text) + "\" holds a NUL character");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || ++i == text.length()
                        || !Character.isLowSurrogate(text.charAt(i))) {
                    throw invalid("\"" + Excerpt.of(text) + "\" holds half of a surrogate pair");
                }
            }
        }
        return text;
    }

    private JsonValue number() {
        var text = parser.getString();
        if (text.length() <= MAX_NUMBER_LENGTH) {
            try {
                var number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) <= MAX_EXPONENT) {
                    return PROVIDER.createValue(number);
                }
            } catch (NumberFormatException e) {
                // An exponent beyond an int: as absurd as those beyond the limit.
            }
        }
        throw invalid("the number " + Excerpt.of(text) + " is out of range");
    }

    private void descend() {
        if (++depth > MAX_DEPTH) {
            throw invalid("it is nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    private static ScimException invalid(String reason) {
        return ScimException.invalidSyntax("The request body cannot be read: " + reason + ".");
    }
}
