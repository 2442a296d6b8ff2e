package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A group to which an app is assigned.
 *
 * @param id Okta's id of the group
 * @param assigned when the assignment was last changed; empty where Okta does not say
 * @param group the group itself; empty where Okta left it out
 */
public record AppGroup(String id, Optional<Instant> assigned, Optional<Group> group) {

    /**
     * A group.
     *
     * @param id Okta's id
     * @param name in Okta
     * @param description in Okta; may be empty
     * @param own whether its members are changed in Okta, and not by a directory or an app
     * @param changed when its name, description or members were last changed; empty where Okta does not say
     */
    public record Group(String id, String name, String description, boolean own, Optional<Instant> changed) {

        static Group of(JsonObject json) {
            JsonObject profile = OktaJson.object(json, "profile");
            String name = profile.getString("name", "");
            if (json.getString("id", "").isEmpty() || name.isEmpty()) {
                throw new JsonException("no group");
            }
            Optional<Instant> updated = time(json, "lastUpdated");
            Optional<Instant> members = time(json, "lastMembershipUpdated");
            Optional<Instant> changed = updated.isPresent() && members.isPresent()
                    ? updated.map(time -> time.isAfter(members.get()) ? time : members.get())
                    : Optional.empty();
            return new Group(
                    json.getString("id"),
                    name,
                    profile.getString("description", ""),
                    json.getString("type", "").equals("OKTA_GROUP"),
                    changed);
        }
    }

    static AppGroup of(JsonObject json) {
        String id = json.getString("id", "");
        if (id.isEmpty()) {
            throw new JsonException("no group");
        }
        JsonObject group = OktaJson.object(OktaJson.object(json, "_embedded"), "group");
        return new AppGroup(
                id, time(json, "lastUpdated"), group.isEmpty() ? Optional.empty() : Optional.of(Group.of(group)));
    }

    private static Optional<Instant> time(JsonObject json, String name) {
        try {
            return json.containsKey(name) && !json.isNull(name)
                    ? Optional.of(Instant.parse(json.getString(name)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            throw new JsonException("no time", e);
        }
    }
}
