package io.roster.okta.simulator.org;

import io.roster.okta.simulator.schema.UserSchema;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Everything that the org knows: its people and its pushed groups, wanted and acknowledged. Thread-safe. */
public final class OrgState {
    private final Register<Person> people = new Register<>("person", Person::of);
    private final Register<PushedGroup> groups = new Register<>("group", PushedGroup::of);
    private final Directory directory = new Directory(people);
    private final GroupDirectory groupDirectory = new GroupDirectory(groups);
    private final UserSchema schema = new UserSchema();

    /** The people. */
    public Register<Person> people() {
        return people;
    }

    /** The pushed groups. */
    public Register<PushedGroup> groups() {
        return groups;
    }

    /** The users of Okta, who are the people. */
    public Directory directory() {
        return directory;
    }

    /** The groups of Okta, which are the org's. */
    public GroupDirectory groupDirectory() {
        return groupDirectory;
    }

    /** What time it is in the org; the system's time when not set. */
    public void clock(Clock value) {
        directory.clock(value);
        groupDirectory.clock(value);
    }

    /** The attributes that Okta's profiles have. */
    public UserSchema schema() {
        return schema;
    }

    /** Writes every later change to {@code journal} first. */
    void writeTo(Journal journal) {
        people.writeTo(journal);
        groups.writeTo(journal);
        directory.writeTo(journal);
        schema.onChange(properties -> journal.append(
                Json.object().add("of", "schema").add("state", properties).build()));
    }

    /** Does what a line of the journal says. */
    void apply(JsonObject line) {
        people.apply(line);
        groups.apply(line);
        directory.apply(line);
        if (line.getString("of").equals("schema")) {
            schema.load(line.getJsonObject("state"));
        }
    }

    /** The group as it can be pushed: of its members those who are active in the app and known there. */
    public PushedGroup pushable(PushedGroup group) {
        Set<String> members = new LinkedHashSet<>(group.members());
        members.removeIf(id -> !inApp(people.get(id)));
        return group.with(members);
    }

    private static boolean inApp(Tracked<Person> person) {
        return person.acknowledged().filter(Person::active).isPresent();
    }

    /** Whether the app does not have the person as the org does; a deactivated person's profile is not pushed. */
    public boolean pending(Tracked<Person> person) {
        Optional<Person> known = person.acknowledged();
        if (person.uncertain() || known.isEmpty()) {
            return person.uncertain() || person.wanted().active();
        }
        return !(person.wanted().active()
                ? known.get().equals(person.wanted())
                : known.get().assignment() == person.wanted().assignment());
    }

    /** Whether the app does not have the group as the org does. */
    public boolean pendingGroup(Tracked<PushedGroup> group) {
        if (group.uncertain()) {
            return true;
        }
        Mapping wanted = group.wanted().mapping();
        if (wanted != Mapping.PUSHED) {
            return group.acknowledged()
                    .filter(known -> known.mapping() != wanted)
                    .isPresent();
        }
        return !group.acknowledged().equals(Optional.of(pushable(group.wanted())));
    }
}
