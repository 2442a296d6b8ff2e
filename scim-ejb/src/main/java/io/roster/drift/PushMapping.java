package io.roster.drift;

import io.roster.scim.protocol.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;

/**
 * What group push does with a group of Okta.
 *
 * @param id Okta's id of the mapping
 * @param sourceId Okta's id of the group
 * @param targetId what Okta remembers as the group's id in the app; may be empty
 * @param name of the group in Okta; empty where it is not known
 * @param status {@code ACTIVE}, {@code INACTIVE} or {@code ERROR}
 * @param assigned whether the app is assigned through this group, too
 * @param error Okta's sentence; may be empty
 * @param lastPush when it was pushed last; {@code null} where Okta does not say
 */
public record PushMapping(
        String id,
        String sourceId,
        String targetId,
        String name,
        String status,
        boolean assigned,
        String error,
        Instant lastPush) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());
    private static final String LAST_PUSH = "lastPush";

    /** {@return whether Okta could not push it} */
    public boolean isInError() {
        return status.equals("ERROR");
    }

    /** {@return the text under which a run keeps it} */
    public String stored() {
        return JsonObjects.of(Map.of(
                        "id",
                        JSON.createValue(id),
                        "sourceId",
                        JSON.createValue(sourceId),
                        "targetId",
                        JSON.createValue(targetId),
                        "name",
                        JSON.createValue(name),
                        "status",
                        JSON.createValue(status),
                        "error",
                        JSON.createValue(error),
                        LAST_PUSH,
                        JSON.createValue(lastPush == null ? 0 : lastPush.toEpochMilli())))
                .toString();
    }

    static PushMapping read(String stored) {
        try (JsonReader reader = READERS.createReader(new StringReader(stored))) {
            JsonObject json = reader.readObject();
            long pushed = json.getJsonNumber(LAST_PUSH).longValue();
            return new PushMapping(
                    json.getString("id"),
                    json.getString("sourceId"),
                    json.getString("targetId"),
                    json.getString("name"),
                    json.getString("status"),
                    false,
                    json.getString("error"),
                    pushed == 0 ? null : Instant.ofEpochMilli(pushed));
        }
    }

    PushMapping of(String group, boolean isAssigned) {
        return new PushMapping(id, sourceId, targetId, group, status, isAssigned, error, lastPush);
    }
}
