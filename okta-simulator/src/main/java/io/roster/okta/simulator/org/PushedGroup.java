package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A group of the org that can be pushed to the app.
 *
 * @param oktaId Okta's id of the group, which is never sent
 * @param name its name in Okta
 * @param members Okta's ids of the people in it
 * @param mapping what group push does with it
 * @param kept the name that it keeps in the app, where group push is told not to rename it
 */
public record PushedGroup(String oktaId, String name, Set<String> members, Mapping mapping, Optional<String> kept)
        implements OrgItem {

    /** Keeps the order of the members. */
    public PushedGroup {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** A group that has Okta's name in the app. */
    public PushedGroup(String oktaId, String name, Set<String> members, Mapping mapping) {
        this(oktaId, name, members, mapping, Optional.empty());
    }

    /** The displayName that the app is to have. */
    public String nameInApp() {
        return kept.orElse(name);
    }

    /** The same group under another name in Okta. */
    public PushedGroup named(String other) {
        return new PushedGroup(oktaId, other, members, mapping, kept);
    }

    /** The same group, which keeps this name in the app. */
    public PushedGroup keeping(String nameInApp) {
        return new PushedGroup(oktaId, name, members, mapping, Optional.of(nameInApp));
    }

    /** The same group with other members, Okta's ids. */
    public PushedGroup with(Collection<String> others) {
        return new PushedGroup(oktaId, name, new LinkedHashSet<>(others), mapping, kept);
    }

    /** The same group, mapped otherwise. */
    public PushedGroup with(Mapping other) {
        return new PushedGroup(oktaId, name, members, other, kept);
    }

    @Override
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.object()
                .add("oktaId", oktaId)
                .add("name", name)
                .add("mapping", mapping.name())
                .add("members", Json.strings(members));
        kept.ifPresent(nameInApp -> json.add("kept", nameInApp));
        return json.build();
    }

    /** Reads what {@link #toJson} wrote. */
    public static PushedGroup of(JsonObject json) {
        return new PushedGroup(
                json.getString("oktaId"),
                json.getString("name"),
                new LinkedHashSet<>(json.getJsonArray("members").getValuesAs(JsonString::getString)),
                Mapping.valueOf(json.getString("mapping")),
                Optional.ofNullable(json.getString("kept", null)));
    }
}
