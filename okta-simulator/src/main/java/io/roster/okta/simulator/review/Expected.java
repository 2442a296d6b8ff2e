package io.roster.okta.simulator.review;

import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.push.UserBody;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What an import should show of people and groups.
 *
 * @param state the org
 */
record Expected(OrgState state) {
    private static final List<String> WORK =
            List.of("employeeNumber", "costCenter", "organization", "division", "department", "manager");

    /** The attributes of a person; mapped ones without a value are named, so that a leftover value is a difference. */
    JsonObject user(Person person) {
        JsonObject body = UserBody.expected(person);
        JsonObjectBuilder expected = Json.object(body);
        Person.MAPPED.stream()
                .filter(name -> !body.containsKey(name))
                .forEach(name -> expected.add(name, JsonValue.NULL));
        Optional.ofNullable(body.getJsonObject(Urn.ENTERPRISE_USER))
                .ifPresent(work -> expected.add(Urn.ENTERPRISE_USER, completed(work)));
        return expected.build();
    }

    private static JsonObjectBuilder completed(JsonObject work) {
        JsonObjectBuilder completed = Json.object(work);
        WORK.stream().filter(name -> !work.containsKey(name)).forEach(name -> completed.add(name, JsonValue.NULL));
        return completed;
    }

    /** The attributes of a group: its name and exactly its members. */
    JsonObject group(PushedGroup group) {
        JsonArrayBuilder members = Json.array();
        group.members().stream()
                .flatMap(oktaId -> state.people().get(oktaId).scimId().stream())
                .forEach(id -> members.add(Json.object().add("value", id)));
        return Json.object()
                .add("displayName", group.nameInApp())
                .add("members", members)
                .build();
    }
}
