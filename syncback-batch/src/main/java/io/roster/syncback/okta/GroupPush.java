package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What group push does with one group.
 *
 * @param id Okta's id of the mapping
 * @param sourceId Okta's id of the group
 * @param targetId what Okta remembers as the group's id in the app; may be empty
 * @param status {@code ACTIVE}, {@code INACTIVE} or {@code ERROR}
 * @param error Okta's sentence; may be empty
 * @param lastPush when it was pushed last; empty where Okta does not say
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/management/tag/GroupPushMapping/">Group push
 *     mapping</a>
 */
public record GroupPush(
        String id, String sourceId, String targetId, String status, String error, Optional<Instant> lastPush) {

    static GroupPush of(JsonObject json) {
        String id = json.getString("id", "");
        String source = json.getString("sourceGroupId", "");
        if (id.isEmpty() || source.isEmpty()) {
            throw new JsonException("no mapping");
        }
        return new GroupPush(
                id, source, text(json, "targetGroupId"), text(json, "status"), text(json, "errorSummary"), time(json));
    }

    private static String text(JsonObject json, String name) {
        return json.containsKey(name) && !json.isNull(name) ? json.getString(name) : "";
    }

    private static Optional<Instant> time(JsonObject json) {
        try {
            String pushed = text(json, "lastPush");
            return pushed.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(pushed));
        } catch (DateTimeParseException e) {
            throw new JsonException("no time", e);
        }
    }
}
