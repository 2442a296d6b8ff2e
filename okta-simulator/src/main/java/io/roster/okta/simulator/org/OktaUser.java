package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;

/**
 * What Okta knows of a person besides the attributes that the app maps, which are in {@link Person}.
 *
 * @param id Okta's id, that of the person
 * @param status where the user is in its life
 * @param created when it came, in milliseconds since 1970
 * @param activated when it was last activated, 0 if never
 * @param statusChanged when the status last changed
 * @param lastUpdated when anything last changed, mapped attributes included
 * @param passwordChanged when a password was set, 0 if there is none
 * @param extra attributes of the profile that the app does not map, for instance a custom one
 * @param version counts the changes, mapped attributes included; the ETag is made of it
 * @param deleted whether the user was deleted for good
 */
public record OktaUser(
        String id,
        UserStatus status,
        long created,
        long activated,
        long statusChanged,
        long lastUpdated,
        long passwordChanged,
        JsonObject extra,
        long version,
        boolean deleted) {

    /** A user that is new at {@code now}. */
    public static OktaUser created(String id, UserStatus status, boolean password, JsonObject extra, long now) {
        long activated = status == UserStatus.STAGED ? 0 : now;
        return new OktaUser(id, status, now, activated, now, now, password ? now : 0, extra, 1, false);
    }

    /** The same user in another status from {@code now} on; a deactivated one has no password any more. */
    public OktaUser with(UserStatus other, long now) {
        boolean back = status == UserStatus.STAGED || status == UserStatus.DEPROVISIONED;
        long password = other == UserStatus.DEPROVISIONED ? 0 : passwordChanged;
        return new OktaUser(
                id, other, created, back ? now : activated, now, lastUpdated, password, extra, version, deleted);
    }

    /** The same user with other unmapped attributes. */
    public OktaUser with(JsonObject other) {
        return new OktaUser(
                id, status, created, activated, statusChanged, lastUpdated, passwordChanged, other, version, deleted);
    }

    /** The same user, gone. */
    public OktaUser gone() {
        return new OktaUser(
                id, status, created, activated, statusChanged, lastUpdated, passwordChanged, extra, version, true);
    }

    OktaUser touched(long now) {
        return new OktaUser(
                id, status, created, activated, statusChanged, now, passwordChanged, extra, version + 1, deleted);
    }

    JsonObject toJson() {
        return Json.object()
                .add("id", id)
                .add("status", status.name())
                .add("created", created)
                .add("activated", activated)
                .add("statusChanged", statusChanged)
                .add("lastUpdated", lastUpdated)
                .add("passwordChanged", passwordChanged)
                .add("extra", extra)
                .add("version", version)
                .add("deleted", deleted)
                .build();
    }

    static OktaUser of(JsonObject json) {
        return new OktaUser(
                json.getString("id"),
                UserStatus.valueOf(json.getString("status")),
                time(json, "created"),
                time(json, "activated"),
                time(json, "statusChanged"),
                time(json, "lastUpdated"),
                time(json, "passwordChanged"),
                json.getJsonObject("extra"),
                time(json, "version"),
                json.getBoolean("deleted"));
    }

    private static long time(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
