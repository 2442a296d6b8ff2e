package io.roster.okta.simulator.push;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.ResourceKind;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;

/** Apps from Okta's catalogue: PATCH for activation, passwords and groups, GET and PUT for other changes of users. */
public final class PatchDialect implements Dialect {

    @Override
    public String contentType() {
        return "application/scim+json";
    }

    @Override
    public void update(Wire wire, String id, Person person, boolean activation, boolean profile) {
        if (activation) {
            JsonObject value = Json.object().add("active", person.active()).build();
            wire.patch("activate user", ResourceKind.USER, id, Patch.replace(value), value);
        }
        if (profile) {
            wire.editUser("update user", id, got -> UserBody.edited(got, person));
        }
    }

    @Override
    public void password(Wire wire, String id, String password) {
        JsonObject value = Json.object().add("password", password).build();
        wire.patch("set password", ResourceKind.USER, id, Patch.replace(value), JsonObject.EMPTY_JSON_OBJECT);
    }

    @Override
    public void rename(Wire wire, String id, GroupContent group) {
        if (!group.named()) {
            return;
        }
        // The value repeats the id; Okta sends this before each change of the members as well.
        JsonObject value =
                Json.object().add("id", id).add("displayName", group.name()).build();
        wire.patch("rename group", ResourceKind.GROUP, id, Patch.replace(value), value);
    }

    @Override
    public void change(
            Wire wire, String id, GroupContent after, Collection<String> removed, Map<String, String> added) {
        rename(wire, id, after);
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        JsonObject shown = Json.object(after.body()).remove("schemas").build();
        wire.patch("change members", ResourceKind.GROUP, id, Patch.delta(removed, added), shown);
    }

    @Override
    public void pushNow(Wire wire, String id, GroupContent group) {
        rename(wire, id, group);
        JsonObject shown = Json.object(group.body()).remove("schemas").build();
        wire.patch("push now", ResourceKind.GROUP, id, Patch.replaceMembers(group.members()), shown);
    }
}
