package io.roster.persistence;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.DateTimes;
import io.roster.scim.schema.Numbers;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * An index row over one value of an attribute.
 *
 * @param attribute what {@link #name(AttributePath)} makes of the attribute
 * @param ordinal position of the value, 0 for a single-valued attribute
 * @param valueKey the value as {@link Keys#of} has it, or {@code null}
 * @param number the value of a number or a time, or {@code null}
 * @param typeKey key of the sub-attribute {@code type}, or {@code null}
 * @param displayKey key of the sub-attribute {@code display}, or {@code null}
 * @param primary the sub-attribute {@code primary}, or {@code null}
 * @param first whether the resource is sorted by this value: the primary one, or the first where none is
 */
record ValueRow(
        String attribute,
        int ordinal,
        String valueKey,
        BigDecimal number,
        String typeKey,
        String displayKey,
        Boolean primary,
        boolean first) {

    /** Sub-attributes of a multi-valued attribute that stand in the row of their value; others have rows of their own. */
    static final Set<String> IN_THE_ROW = Set.of("value", "type", "display", "primary");

    /**
     * The name under which an attribute's rows are found: its notation, with the extension's URN cut down to the word
     * that tells it from others: {@code enterprise:department}.
     */
    static String name(AttributePath path) {
        String notation = path.notation();
        if (path.extension() == null) {
            return notation;
        }
        String[] parts = path.extension().split(":");
        // … : word : version : resource type
        return parts[parts.length - 3] + notation.substring(path.extension().length());
    }

    /** The row of a single value, or of a part of a value. */
    static ValueRow of(AttributePath path, int ordinal, boolean first, JsonValue value) {
        return new ValueRow(
                name(path), ordinal, key(path.leaf(), value), number(path.leaf(), value), null, null, null, first);
    }

    /** The row of one value of a complex multi-valued attribute. */
    static ValueRow of(AttributePath path, int ordinal, boolean first, JsonObject value) {
        Optional<AttributeDefinition> main = path.attribute().subAttribute("value");
        return new ValueRow(
                name(path),
                ordinal,
                main.map(sub -> key(sub, value.get(sub.name()))).orElse(null),
                main.map(sub -> number(sub, value.get(sub.name()))).orElse(null),
                key(path, "type", value),
                key(path, "display", value),
                value.containsKey("primary") ? value.getBoolean("primary") : null,
                first);
    }

    /** Whether values of the type stand in {@code number_value}. */
    static boolean isNumber(Type type) {
        return type == Type.INTEGER || type == Type.DECIMAL || type == Type.DATETIME;
    }

    private static String key(AttributePath path, String name, JsonObject value) {
        return path.attribute()
                .subAttribute(name)
                .map(sub -> key(sub, value.get(sub.name())))
                .orElse(null);
    }

    private static String key(AttributeDefinition definition, JsonValue value) {
        if (definition.type() == Type.BOOLEAN && value != null) {
            return value.toString();
        }
        return definition.type().isText() && value instanceof JsonString text
                ? Keys.of(definition.comparable(text.getString()))
                : null;
    }

    private static BigDecimal number(AttributeDefinition definition, JsonValue value) {
        if (definition.type() == Type.DATETIME && value instanceof JsonString text) {
            return DateTimes.parse(text.getString()).map(DateTimes::seconds).orElse(null);
        }
        return value instanceof JsonNumber json && isNumber(definition.type())
                ? Numbers.kept(json.bigDecimalValue()).orElse(null)
                : null;
    }
}
