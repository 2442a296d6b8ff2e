package io.roster.okta.simulator.push;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.Register;
import io.roster.okta.simulator.org.Tracked;
import io.roster.okta.simulator.scim.ResourceKind;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Random;

/** Brings one person after the other to where the org has them. */
public final class PersonPush {
    private final OrgState state;
    private final Register<Person> people;
    private final Wire wire;
    private final Dialect dialect;

    /** A push of the people in {@code state}. */
    public PersonPush(OrgState state, Wire wire, Dialect dialect) {
        this.state = state;
        this.people = state.people();
        this.wire = wire;
        this.dialect = dialect;
    }

    /** Sends whatever is needed so that the app has the person as the org does; nothing if it already has. */
    public void bring(String oktaId) {
        Tracked<Person> tracked = people.get(oktaId);
        if (!state.pending(tracked)) {
            return;
        }
        people.sending(oktaId);
        Person wanted = tracked.wanted();
        boolean known = tracked.acknowledged()
                .filter(before -> before.assignment() != Assignment.UNASSIGNED)
                .isPresent();
        if (known) {
            update(tracked, tracked.acknowledged().orElseThrow());
        } else if (wanted.active()) {
            people.acknowledge(wanted, assign(wanted, tracked.scimId()));
        } else {
            forget(tracked);
        }
    }

    /** Sends a new password; nothing is remembered of it. */
    public void password(String oktaId, String password) {
        dialect.password(wire, people.get(oktaId).scimId().orElseThrow(), password);
    }

    private void update(Tracked<Person> tracked, Person before) {
        Person wanted = tracked.wanted();
        boolean activation = tracked.uncertain() || before.active() != wanted.active();
        boolean profile =
                wanted.active() && (tracked.uncertain() || !before.profile().equals(wanted.profile()));
        String id = tracked.scimId().orElseThrow();
        if (activation || profile) {
            dialect.update(wire, id, wanted, activation, profile);
        }
        people.acknowledge(profile ? wanted : before.with(wanted.assignment()), id);
    }

    /** Looks the person up, then creates or links: a user that is there already takes Okta's profile. */
    private String assign(Person person, Optional<String> formerId) {
        Optional<JsonObject> found = wire.findUser(person.userName(), formerId);
        if (found.isEmpty()) {
            return wire.create(ResourceKind.USER, UserBody.create(person, randomPassword()));
        }
        String id = found.get().getString("id");
        dialect.update(wire, id, person, !found.get().getBoolean("active", true), true);
        return id;
    }

    /** Unassigned before it was known whether the create arrived: what the look-up finds is deactivated. */
    private void forget(Tracked<Person> tracked) {
        Person wanted = tracked.wanted();
        Optional<String> found =
                wire.findUser(wanted.userName(), tracked.scimId()).map(user -> user.getString("id"));
        if (found.isEmpty()) {
            people.absent(wanted.oktaId());
            return;
        }
        dialect.update(wire, found.get(), wanted, true, true);
        people.acknowledge(wanted, found.get());
    }

    /** Okta sends one with every create, whether or not passwords are synchronised. */
    private static String randomPassword() {
        return new Random()
                .ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
