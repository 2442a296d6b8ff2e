package io.roster.scim.filter;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The characters of a filter or path and the position that the parser has reached: words, marks and JSON literals. */
final class FilterText {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,39})(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");

    private final String text;
    private Function<String, ScimException> refusal;
    private int position;

    FilterText(String text, Function<String, ScimException> refusal) {
        this.text = text;
        this.refusal = refusal;
    }

    void refuseWith(Function<String, ScimException> other) {
        refusal = other;
    }

    boolean isAtEnd() {
        skipSpace();
        return position == text.length();
    }

    boolean isNext(char mark) {
        skipSpace();
        return position < text.length() && text.charAt(position) == mark;
    }

    /** Steps over the mark when it follows at once, without space: what "[" and "." of a value path must do. */
    boolean accepts(char mark) {
        if (position < text.length() && text.charAt(position) == mark) {
            position++;
            return true;
        }
        return false;
    }

    void expect(char mark) {
        if (!isNext(mark)) {
            throw expected("\"" + mark + "\"");
        }
        position++;
    }

    boolean acceptsKeyword(String keyword) {
        skipSpace();
        var end = position + keyword.length();
        if (!text.regionMatches(true, position, keyword, 0, keyword.length())
                || (end < text.length() && isNameCharacter(text.charAt(end)))) {
            return false;
        }
        position = end;
        return true;
    }

    /** Steps over "not" where a parenthesis follows; elsewhere the word may be an attribute's name. */
    boolean acceptsNot() {
        var start = position;
        if (acceptsKeyword("not") && isNext('(')) {
            return true;
        }
        position = start;
        return false;
    }

    /** {@code [URI ":"] ATTRNAME *1subAttr}; URIs bring dots and colons, {@code $ref} its dollar. */
    String attributePath() {
        return word("an attribute's name");
    }

    String word(String what) {
        skipSpace();
        var start = position;
        while (position < text.length() && isNameCharacter(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw expected(what);
        }
        return text.substring(start, position);
    }

    /** {@code compValue}: a JSON literal. */
    JsonValue literal() {
        skipSpace();
        if (position < text.length() && text.charAt(position) == '"') {
            return JSON.createValue(string());
        }
        var start = position;
        while (position < text.length() && " )]".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        var word = text.substring(start, position);
        return switch (word) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            case "null" -> JsonValue.NULL;
            default -> {
                if (!NUMBER.matcher(word).matches()) {
                    position = start;
                    throw expected("a value: text in double quotes, a number, true, false or null");
                }
                yield JSON.createValue(new BigDecimal(word));
            }
        };
    }

    ScimException expected(String what) {
        var found = position >= text.length()
                ? "it ends"
                : "there is \"" + Excerpt.of(text.substring(position, Math.min(text.length(), position + 20))) + "\"";
        return refused("expected " + what + ", but " + found);
    }

    ScimException refused(String reason) {
        return refusal.apply("At character " + (position + 1) + " of \"" + Excerpt.of(text) + "\": " + reason + ".");
    }

    private String string() {
        var value = new StringBuilder();
        for (position++; position < text.length(); position++) {
            var c = text.charAt(position);
            if (c == '"') {
                position++;
                return checked(value.toString());
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw expected("a double quote that ends the text");
    }

    private char escaped() {
        if (++position == text.length()) {
            throw expected("an escaped character");
        }
        var c = text.charAt(position);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw refused("\"\\" + Excerpt.of(String.valueOf(c)) + "\" is no escape of JSON");
        };
    }

    private char unicode() {
        var code = 0;
        for (var digit = 0; digit < 4; digit++) {
            var value = ++position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
            if (value < 0) {
                throw expected("four hexadecimal digits after \\u");
            }
            code = code * 16 + value;
        }
        return (char) code;
    }

    /** Neither can be stored, so neither can be found; a database would fail on them. */
    private String checked(String value) {
        if (value.indexOf('\0') >= 0 || value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw refused("the text holds a NUL character or half of a surrogate pair");
        }
        return value;
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || c == ':'
                || c == '-'
                || c == '_'
                || c == '$';
    }
}
