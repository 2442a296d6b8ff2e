package io.roster.persistence;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a cursor says, before it is sealed.
 *
 * @param last where the page before ended
 * @param query fingerprint of the query that it continues
 * @param count the count of that query
 * @param total how many resources matched when the first page was read; {@link Slice#UNKNOWN} where that is known anyway
 * @param issued when the page before was read
 */
record Cursor(Position last, String query, int count, int total, Instant issued) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    String toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", last.resourceType())
                .add("id", last.id())
                .add("query", query)
                .add("count", count)
                .add("total", total)
                .add("issued", issued.getEpochSecond());
        if (last.key() instanceof String text) {
            json.add("key", text);
        } else if (last.key() instanceof Long millis) {
            json.add("key", millis);
        } else if (last.key() instanceof BigDecimal number) {
            json.add("key", number);
        } else if (last.key() instanceof Boolean flag) {
            json.add("key", flag);
        }
        return json.build().toString();
    }

    static Cursor of(JsonObject json) {
        return new Cursor(
                new Position(json.getString("type"), key(json.get("key")), json.getString("id")),
                json.getString("query"),
                json.getInt("count"),
                json.getInt("total"),
                Instant.ofEpochSecond(json.getJsonNumber("issued").longValue()));
    }

    // A time in milliseconds has no point, a number from a row always nine digits behind it.
    private static Object key(JsonValue key) {
        if (key instanceof JsonString text) {
            return text.getString();
        } else if (key instanceof JsonNumber number) {
            BigDecimal decimal = number.bigDecimalValue();
            return decimal.scale() == 0 ? (Object) decimal.longValueExact() : decimal;
        }
        return key == null ? null : (Object) (key == JsonValue.TRUE);
    }
}
