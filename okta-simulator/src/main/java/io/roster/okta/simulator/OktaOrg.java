package io.roster.okta.simulator;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.org.StateFile;
import io.roster.okta.simulator.org.Tracked;
import io.roster.okta.simulator.population.Population;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.GroupPush;
import io.roster.okta.simulator.push.PersonPush;
import io.roster.okta.simulator.push.Wire;
import io.roster.okta.simulator.review.Comparison;
import io.roster.okta.simulator.review.ErrorSuite;
import io.roster.okta.simulator.review.FullImport;
import io.roster.okta.simulator.review.Verification;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.Timings;
import io.roster.okta.simulator.scim.Unreachable;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Okta org in a box: invented people and groups, and the SCIM traffic with which Okta provisions them to an app.
 *
 * <p>Changes are planned ({@link #hire}, {@link #want}) and sent by {@link #push()}, which sends whatever the app has not
 * acknowledged yet, and so also goes on after an interruption. Every method that sends throws {@link Refusal} at the first
 * answer that Okta would refuse, and {@link Unreachable} when there is no answer.
 */
public final class OktaOrg implements AutoCloseable {
    private final OrgState state;
    private final Optional<StateFile> file;
    private final Wire wire;
    private final PersonPush personPush;
    private final GroupPush groupPush;
    private final Pace pace;
    private final Population population;
    private boolean provisioning = true;
    private boolean renaming = true;

    OktaOrg(OrgState state, Optional<StateFile> file, Wire wire, Dialect dialect, Pace pace, long seed) {
        this.state = state;
        this.file = file;
        this.wire = wire;
        this.personPush = new PersonPush(state, wire, dialect);
        this.groupPush = new GroupPush(state, wire, dialect);
        this.pace = pace;
        this.population = new Population(seed);
    }

    /** An org that provisions to the SCIM endpoint {@code base}, for instance {@code http://localhost:9080/scim/v2}. */
    public static OktaOrgBuilder at(URI base) {
        return new OktaOrgBuilder(base);
    }

    /** Plans that the org has this many people of its population; those it has already stay as they are. */
    public void hire(int count) {
        population.people(count).stream()
                .filter(person -> !state.people().has(person.oktaId()))
                .forEach(this::want);
    }

    /** Plans that the org has this many groups of its population, of people hired before. */
    public void found(int count) {
        population.groups(count, people()).stream()
                .filter(group -> !state.groups().has(group.oktaId()))
                .forEach(this::want);
    }

    /** Plans that a person is like this: new, changed, deactivated, brought back, unassigned or assigned again. */
    public void want(Person person) {
        state.people().want(person);
    }

    /** Plans that a group is like this: new, renamed, with other members, left or deleted. */
    public void want(PushedGroup group) {
        state.groups().want(group);
    }

    /** Whether provisioning is enabled for the app, as it is at first: otherwise {@link #push()} sends nothing. */
    public void provisioning(boolean enabled) {
        provisioning = enabled;
    }

    /**
     * "Rename app groups to match group name in Okta", ticked at first: whether a group that is linked to another one of
     * the app from now on gives it its name.
     */
    public void renameAppGroups(boolean rename) {
        renaming = rename;
    }

    /** Sends everything that the app has not acknowledged yet: people first, then groups. */
    public void push() {
        if (!provisioning) {
            return;
        }
        List<String> people = state.people().all().stream()
                .filter(state::pending)
                .map(person -> person.wanted().oktaId())
                .toList();
        pace.each("people", people, personPush::bring);
        List<String> groups = state.groups().all().stream()
                .filter(state::pendingGroup)
                .map(group -> group.wanted().oktaId())
                .toList();
        pace.each("groups", groups, groupPush::bring);
    }

    /** Sends what the app has not acknowledged of one person. */
    public void push(Person person) {
        personPush.bring(person.oktaId());
    }

    /** How many people and groups the app has not acknowledged as the org has them. */
    public int pending() {
        return (int) (state.people().all().stream().filter(state::pending).count()
                + state.groups().all().stream().filter(state::pendingGroup).count());
    }

    /** "Push now": overwrites name and members of a pushed group, whether or not anything changed. */
    public void pushNow(PushedGroup group) {
        groupPush.pushNow(group.oktaId());
    }

    /** Links a planned group to the one that has its name in the app, and overwrites that one's members. */
    public void link(PushedGroup group) {
        want(group.with(Mapping.PUSHED));
        groupPush.link(group.oktaId());
    }

    /**
     * "Link group": links a planned group to one of the app that has another name, and overwrites its members and, if
     * {@link #renameAppGroups} says so, its name. Later changes of the name in Okta follow the same rule.
     *
     * @param imported the group of the app as it was imported
     */
    public void link(PushedGroup group, JsonObject imported) {
        PushedGroup mapped = group.with(Mapping.PUSHED);
        want(renaming ? mapped : mapped.keeping(imported.getString("displayName")));
        groupPush.link(group.oktaId(), imported.getString("id"));
    }

    /** Maps the groups whose name begins so, now and whenever {@link PushRule#run} is called. */
    public PushRule pushRule(String beginning) {
        PushRule rule = new PushRule(this, beginning);
        rule.run();
        return rule;
    }

    /** Synchronises a password, which is not remembered. */
    public void password(Person person, String password) {
        personPush.password(person.oktaId(), password);
    }

    /** The people as the org has them now. */
    public List<Person> people() {
        return state.people().all().stream().map(Tracked::wanted).toList();
    }

    /** Those who are assigned in this way. */
    public List<Person> people(Assignment assignment) {
        return people().stream()
                .filter(person -> person.assignment() == assignment)
                .toList();
    }

    /** The groups as the org has them now, mapped in this way. */
    public List<PushedGroup> groups(Mapping mapping) {
        return state.groups().all().stream()
                .map(Tracked::wanted)
                .filter(group -> group.mapping() == mapping)
                .toList();
    }

    /** The person, what the app acknowledged of it, and the app's id. */
    public Tracked<Person> tracked(Person person) {
        return state.people().get(person.oktaId());
    }

    /** The group, what the app acknowledged of it, and the app's id. */
    public Tracked<PushedGroup> tracked(PushedGroup group) {
        return state.groups().get(group.oktaId());
    }

    /** Everything that the org knows, for its REST API. */
    public OrgState state() {
        return state;
    }

    /** Imports all users, by the app's id. */
    public Map<String, JsonObject> importUsers() {
        return FullImport.of(wire, ResourceKind.USER);
    }

    /** Imports all groups, by the app's id. */
    public Map<String, JsonObject> importGroups() {
        return FullImport.of(wire, ResourceKind.GROUP);
    }

    /** What an admin does on the import page with the app as a source of profiles. */
    public ProfileSource profileSource() {
        return new ProfileSource(state);
    }

    /** Imports everything and compares it with what was acknowledged. */
    public Comparison verify() {
        return Verification.of(state, importUsers(), importGroups());
    }

    /** Okta's test of the credentials and of the app's errors. */
    public ErrorSuite errorSuite() {
        return new ErrorSuite(wire);
    }

    /** Changes to many people at once. */
    public Turnover turnover() {
        return new Turnover(this, population);
    }

    /** Changes to many groups at once. */
    public Regrouping regrouping() {
        return new Regrouping(this);
    }

    /** How long the requests took so far. */
    public Timings timings() {
        return wire.client().timings();
    }

    /** Puts the org away in its file, if it has one. */
    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
