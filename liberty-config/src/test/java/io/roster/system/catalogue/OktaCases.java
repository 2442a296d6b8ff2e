package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.OktaOrgBuilder;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.org.Register;
import io.roster.okta.simulator.review.Comparison;
import io.roster.okta.simulator.review.Verification;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Timings;
import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.params.Parameter;

/**
 * What each case of the plan begins and ends with. It begins with an Okta org without people, whose app provisions to the
 * running server. It ends with a look at everything that was provisioned: each resource is as the org had it acknowledged.
 */
@DisplayNameGeneration(CaseNames.class)
abstract class OktaCases {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Parameter
    AppKind app;

    OktaOrg okta;
    ScimClient roster;

    @BeforeEach
    final void beginWithAnEmptyOrg() throws IOException {
        roster = server().client();
        okta = orgWith(RunningRoster.TOKEN).open();
    }

    @AfterEach
    final void endWithWhatWasAcknowledged() {
        Map<String, JsonObject> users = found("/Users/", okta.state().people());
        Map<String, JsonObject> groups = found("/Groups/", okta.state().groups());
        users.values().stream().flatMap(OktaCases::groupsOf).forEach(id -> find("/Groups/", id, groups));
        Comparison comparison = Verification.of(okta.state(), users, groups);
        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.different())
                .filteredOn(line -> !isRostersOwn(line))
                .isEmpty();
    }

    /** Whether a case knows why Roster has something else than Okta. */
    boolean isRostersOwn(String difference) {
        return false;
    }

    private Map<String, JsonObject> found(String path, Register<?> items) {
        Map<String, JsonObject> found = new HashMap<>();
        items.all().forEach(item -> item.scimId().ifPresent(id -> find(path, id, found)));
        return found;
    }

    private void find(String path, String id, Map<String, JsonObject> found) {
        Answer answer = roster.get(path + id);
        if (answer.status() == 200) {
            found.put(id, answer.json());
        }
    }

    private static Stream<String> groupsOf(JsonObject user) {
        return user.getJsonArray("groups").stream()
                .map(group -> group.asJsonObject().getString("value"));
    }

    static RunningRoster server() {
        return SharedRoster.POSTGRESQL.server();
    }

    /** An org whose app has this token. */
    final OktaOrgBuilder orgWith(String token) {
        return OktaOrg.at(server().scim()).token(token).dialect(app.dialect()).http(HTTP);
    }

    /** Somebody new in Okta, with the attributes that Okta requires, to whom the app is not assigned. */
    final Person employee(String given, String family) {
        String userName = Names.unique(given.toLowerCase()) + "@acme.example";
        Person person = new Person(
                Names.unique("00u"),
                Json.object()
                        .add("userName", userName)
                        .add("name", Json.object().add("givenName", given).add("familyName", family))
                        .add(
                                "emails",
                                Json.array()
                                        .add(Json.object()
                                                .add("primary", true)
                                                .add("value", userName)
                                                .add("type", "work")))
                        .add("displayName", given + " " + family)
                        .build(),
                Assignment.UNASSIGNED);
        okta.want(person);
        return person;
    }

    /** Pushes how the org has a person now. */
    final Person pushed(Person person) {
        okta.want(person);
        okta.push();
        return person;
    }

    /** Somebody new to whom the app is assigned, and whom Roster has. */
    final Person assigned(String given, String family) {
        return pushed(employee(given, family).with(Assignment.ASSIGNED));
    }

    /** A new group of Okta with these members, which is not pushed. */
    final PushedGroup group(String name, Person... members) {
        PushedGroup group = new PushedGroup(
                Names.unique("00g"),
                Names.unique(name),
                Stream.of(members).map(Person::oktaId).collect(Collectors.toSet()),
                Mapping.NONE);
        okta.want(group);
        return group;
    }

    /** Pushes how the org has a group now. */
    final PushedGroup pushed(PushedGroup group) {
        okta.want(group);
        okta.push();
        return group;
    }

    /** A new group with these members that Roster has. */
    final PushedGroup pushedGroup(String name, Person... members) {
        return pushed(group(name, members).with(Mapping.PUSHED));
    }

    /** Roster's id of a person. */
    final String id(Person person) {
        return okta.tracked(person).scimId().orElseThrow();
    }

    /** Roster's id of a group. */
    final String id(PushedGroup group) {
        return okta.tracked(group).scimId().orElseThrow();
    }

    /** The person as Roster has it. */
    final Answer inRoster(Person person) {
        return roster.get("/Users/" + id(person)).is(200);
    }

    /** The group as Roster has it. */
    final Answer inRoster(PushedGroup group) {
        return roster.get("/Groups/" + id(group)).is(200);
    }

    /** Roster's ids of the members that a group has there. */
    final List<String> members(PushedGroup group) {
        JsonObject resource = inRoster(group).json();
        return resource.containsKey("members")
                ? resource.getJsonArray("members")
                        .getValuesAs(member -> member.asJsonObject().getString("value"))
                : List.of();
    }

    /** Whom Roster finds by a userName, with the request that Okta sends before each create. */
    final List<String> lookedUp(String userName) {
        return roster.filter("/Users", "userName eq \"" + userName + "\"")
                .is(200)
                .ids();
    }

    /** The groups that Roster finds by their name. */
    final List<String> groupsNamed(String name) {
        return roster.filter("/Groups", "displayName eq \"" + name + "\"")
                .is(200)
                .ids();
    }

    /** How many requests the org sends meanwhile. */
    final int requests(Runnable work) {
        int before = requests();
        work.run();
        return requests() - before;
    }

    private int requests() {
        return okta.timings().lines().stream().mapToInt(Timings.Line::count).sum();
    }
}
