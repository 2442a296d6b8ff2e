package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.OktaUser;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.UserStatus;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Users that come through the API: the app is not assigned to them. */
final class NewUsers {

    private NewUsers() {}

    /** A person without any attribute but the login, and without the app. */
    static Person blank(String login) {
        String id = "00u" + UUID.randomUUID().toString().replace("-", "").substring(0, 17);
        return new Person(id, Json.object().add("userName", login).build(), Assignment.UNASSIGNED);
    }

    static Account account(Person blank, UserStatus status, boolean password, long now) {
        OktaUser user = OktaUser.created(blank.oktaId(), status, password, JsonObject.EMPTY_JSON_OBJECT, now);
        return new Account(user, blank);
    }
}
