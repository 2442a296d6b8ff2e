package io.roster.imports;

import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.DateTimes;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what an expression yields into the type of the attribute that gets it. */
final class MappedTypes {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,22}(\\.\\d{1,9})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private MappedTypes() {}

    /**
     * The value as the attribute has it.
     *
     * @return {@code null} for no value
     * @throws ScimException 400 invalidValue when it does not suit the attribute
     */
    static JsonValue of(AttributePath path, Object value, Place place) {
        AttributeDefinition leaf = path.leaf();
        if (leaf.multiValued()) {
            List<?> list = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
            return AttributeValues.canonical(
                    path,
                    JsonObjects.of(
                            list.stream().map(one -> json(leaf.type(), one)).toList()),
                    place);
        }
        return AttributeValues.single(path, json(leaf.type(), value), place);
    }

    private static JsonValue json(Type type, Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof List<?> list) {
            return JsonObjects.of(list.stream().map(one -> json(type, one)).toList());
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        String plain = text.strip();
        return switch (type) {
            case BOOLEAN ->
                switch (plain.toLowerCase(Locale.ROOT)) {
                    case "true" -> JsonValue.TRUE;
                    case "false" -> JsonValue.FALSE;
                    default -> JSON.createValue(text);
                };
            case INTEGER, DECIMAL -> NUMBER.matcher(plain).matches() ? number(plain) : JSON.createValue(text);
            // Okta's own dates are dateTimes; directories that feed it have days only.
            case DATETIME -> JSON.createValue(DATE.matcher(plain).matches() ? plain + "T00:00:00Z" : plain);
            default -> JSON.createValue(text);
        };
    }

    private static JsonValue number(String plain) {
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        return JSON.createValue(number.scale() < 0 ? number.setScale(0) : number);
    }

    /** Whether two values of an attribute are the same, in whatever notation. */
    static boolean equal(AttributeDefinition leaf, JsonValue one, JsonValue other) {
        if (one == null || other == null || one.equals(other)) {
            return one == other || one != null && one.equals(other);
        } else if (one instanceof JsonNumber a && other instanceof JsonNumber b) {
            return a.bigDecimalValue().compareTo(b.bigDecimalValue()) == 0;
        } else if (leaf.type() == Type.DATETIME && one instanceof JsonString a && other instanceof JsonString b) {
            var instant = DateTimes.parse(a.getString());
            return instant.isPresent() && instant.equals(DateTimes.parse(b.getString()));
        }
        return false;
    }
}
