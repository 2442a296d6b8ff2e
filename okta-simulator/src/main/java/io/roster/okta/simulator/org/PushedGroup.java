package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A group of the org that is pushed to the app.
 *
 * @param oktaId Okta's id of the group, which is never sent
 * @param name the displayName
 * @param members Okta's ids of the people in it
 * @param mapping what group push does with it
 */
public record PushedGroup(String oktaId, String name, Set<String> members, Mapping mapping) implements OrgItem {

    /** Keeps the order of the members. */
    public PushedGroup {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** The same group under another name. */
    public PushedGroup named(String other) {
        return new PushedGroup(oktaId, other, members, mapping);
    }

    /** The same group with other members, Okta's ids. */
    public PushedGroup with(Collection<String> others) {
        return new PushedGroup(oktaId, name, new LinkedHashSet<>(others), mapping);
    }

    /** The same group, mapped otherwise. */
    public PushedGroup with(Mapping other) {
        return new PushedGroup(oktaId, name, members, other);
    }

    @Override
    public JsonObject toJson() {
        return Json.object()
                .add("oktaId", oktaId)
                .add("name", name)
                .add("mapping", mapping.name())
                .add("members", Json.strings(members))
                .build();
    }

    /** Reads what {@link #toJson} wrote. */
    public static PushedGroup of(JsonObject json) {
        return new PushedGroup(
                json.getString("oktaId"),
                json.getString("name"),
                new LinkedHashSet<>(json.getJsonArray("members").getValuesAs(JsonString::getString)),
                Mapping.valueOf(json.getString("mapping")));
    }
}
