package io.roster.okta.simulator.api;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Okta writes them. */
final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** Milliseconds since 1970 as {@code 2026-07-02T21:36:25.344Z}. */
    static String text(long millis) {
        return FORMAT.format(Instant.ofEpochMilli(millis));
    }

    /** The same, JSON's null for 0. */
    static JsonValue json(long millis) {
        return millis == 0 ? JsonValue.NULL : Json.string(text(millis));
    }
}
