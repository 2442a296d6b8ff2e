package io.roster.okta.simulator.push;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.ResourceKind;
import java.util.Collection;
import java.util.Map;

/** Apps made in Okta's app wizard: GET the user, edit that body, PUT it back; groups are always PUT in full. */
public final class PutDialect implements Dialect {

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void update(Wire wire, String id, Person person, boolean activation, boolean profile) {
        wire.editUser(
                activation ? "activate user" : "update user",
                id,
                got -> profile
                        ? UserBody.edited(got, person)
                        : UserBody.edited(got, "active", Json.bool(person.active())));
    }

    @Override
    public void password(Wire wire, String id, String password) {
        wire.editUser("set password", id, got -> UserBody.edited(got, "password", Json.string(password)));
    }

    @Override
    public void rename(Wire wire, String id, GroupContent group) {
        wire.put("rename group", ResourceKind.GROUP, id, group.body());
    }

    @Override
    public void change(
            Wire wire, String id, GroupContent after, Collection<String> removed, Map<String, String> added) {
        wire.put("change members", ResourceKind.GROUP, id, after.body());
    }

    @Override
    public void pushNow(Wire wire, String id, GroupContent group) {
        wire.put("push now", ResourceKind.GROUP, id, group.body());
    }
}
