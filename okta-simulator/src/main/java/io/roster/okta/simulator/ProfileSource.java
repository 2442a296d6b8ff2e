package io.roster.okta.simulator;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.Register;
import io.roster.okta.simulator.org.Tracked;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The app as a source of profiles: what an import brings is taken over into Okta, and so there is nothing to push. A user
 * whom the app has deactivated is deactivated in Okta, as is Okta's default; one who is active again is brought back.
 */
public final class ProfileSource {
    private final Register<Person> people;

    ProfileSource(OrgState state) {
        people = state.people();
    }

    /** Confirms an imported user whom Okta does not have yet: a user of Okta with the app's profile, assigned to the app. */
    public Person confirm(JsonObject imported) {
        String id = "00u" + UUID.randomUUID().toString().replace("-", "").substring(0, 17);
        return take(new Person(id, JsonObject.EMPTY_JSON_OBJECT, Assignment.ASSIGNED), imported);
    }

    /**
     * Takes over what has changed of people whom Okta has already.
     *
     * @param imported all users of the app, by the app's id
     * @return who has changed, as they are now
     */
    public List<Person> update(Map<String, JsonObject> imported) {
        List<Person> changed = new ArrayList<>();
        for (Tracked<Person> tracked : people.all()) {
            JsonObject user = tracked.scimId().map(imported::get).orElse(null);
            if (user != null && !Objects.equals(sourced(tracked.wanted(), user), tracked.wanted())) {
                changed.add(take(tracked.wanted(), user));
            }
        }
        return changed;
    }

    private Person take(Person person, JsonObject imported) {
        Person taken = sourced(person, imported);
        people.want(taken);
        people.acknowledge(taken, imported.getString("id"));
        return taken;
    }

    private static Person sourced(Person person, JsonObject imported) {
        boolean active = imported.getBoolean("active", true);
        return person.with(imported).with(active ? Assignment.ASSIGNED : Assignment.DEACTIVATED);
    }
}
