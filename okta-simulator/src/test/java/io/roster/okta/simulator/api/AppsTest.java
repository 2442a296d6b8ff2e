package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.org.PushedGroup;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The app, whom it is assigned to, groups, group push and the System Log, of an org that has provisioned 12 people. */
class AppsTest {
    private static final String APP = "/api/v1/apps/" + App.ID;
    private final FakeApp app = new FakeApp();
    private TestOkta okta;

    @BeforeEach
    void provision() throws IOException {
        OktaOrg org = app.org().open();
        okta = new TestOkta(org, 12, builder -> builder.echo(Duration.ZERO));
        org.push();
    }

    @AfterEach
    void stop() {
        okta.close();
        app.close();
    }

    @Test
    void appUsersAreThoseWhoAreAssignedWithTheAppsIds() {
        List<JsonObject> all = new ArrayList<>();
        for (String path = APP + "/users?limit=5&expand=user"; path != null; ) {
            Answered page = okta.get(path);
            all.addAll(page.list());
            path = page.next();
        }
        assertThat(all).hasSize(12);
        assertThat(all)
                .extracting(user -> user.getString("externalId"))
                .containsExactlyInAnyOrderElementsOf(app.users().resources().keySet());
        assertThat(all).extracting(user -> user.getString("syncState")).containsOnly("SYNCHRONIZED");
        assertThat(all).allSatisfy(user -> assertThat(
                        user.getJsonObject("_embedded").getJsonObject("user").getString("id"))
                .isEqualTo(user.getString("id")));
    }

    @Test
    void whoIsUnassignedIsDeactivatedInTheAppAndComesBackUnderTheSameId() {
        String id = okta.person(0).oktaId();
        String scimId = okta.get(APP + "/users/" + id).json().getString("externalId");
        assertThat(okta.call("DELETE", APP + "/users/" + id, "").status()).isEqualTo(204);
        settle();
        assertThat(app.users().resources().get(scimId).getBoolean("active")).isFalse();
        assertThat(okta.get(APP + "/users/" + id).errorCode()).isEqualTo("E0000007");
        okta.post(APP + "/users", "{\"id\":\"" + id + "\"}");
        settle();
        assertThat(app.users().resources().get(scimId).getBoolean("active")).isTrue();
        okta.post(okta.user(1) + "/lifecycle/deactivate", "");
        assertThat(okta.post(APP + "/users", "{\"id\":\"" + okta.person(1).oktaId() + "\"}")
                        .errorCode())
                .isEqualTo("E0000117");
    }

    @Test
    void aChangeThroughTheApiIsPushedToTheAppOnceAndStandsInTheLog() {
        app.forget();
        String id = okta.person(0).oktaId();
        okta.post(okta.user(0), "{\"profile\":{\"primaryPhone\":\"+4930111\",\"telephonyExtension\":\"5\"}}");
        settle();
        String scimId = okta.get(APP + "/users/" + id).json().getString("externalId");
        assertThat(app.users().resources().get(scimId).toString()).contains("+4930111");
        assertThat(app.seen())
                .extracting(Object::toString)
                .containsExactly("GET /scim/v2/Users/" + scimId, "PUT /scim/v2/Users/" + scimId);
        okta.post(okta.user(0), "{\"profile\":{\"telephonyExtension\":\"6\"}}");
        settle();
        assertThat(app.seen()).as("the extension is not mapped").hasSize(2);
        assertThat(events("filter", "target.id eq \"" + id + "\""))
                .containsExactly(
                        "application.provision.user.push",
                        "user.account.update_profile",
                        "application.provision.user.push_profile",
                        "user.account.update_profile");
    }

    @Test
    void aPushThatIsRefusedIsSeenInTheLogAndAsOutOfSync() {
        app.fault((request, reply) -> request.method().equals("PUT") ? reply.status(500) : reply);
        okta.post(okta.user(0), "{\"profile\":{\"title\":\"Lead\"}}");
        settle();
        assertThat(okta.api.profilePush().failures())
                .containsOnlyKeys(okta.person(0).oktaId());
        assertThat(events("filter", "outcome.result eq \"FAILURE\""))
                .containsExactly("application.provision.user.push_profile");
        assertThat(okta.get(APP + "/users/" + okta.person(0).oktaId()).json().getString("syncState"))
                .isEqualTo("ERROR");
    }

    @Test
    void groupsAndTheirMembersArePagedAndSayWhenTheyChanged() {
        List<JsonObject> groups = okta.get("/api/v1/groups").list();
        assertThat(groups).hasSize(3);
        PushedGroup group = okta.org.state().groupDirectory().all().get(0);
        List<String> members = new ArrayList<>();
        for (String path = "/api/v1/groups/" + group.oktaId() + "/users?limit=1"; path != null; ) {
            Answered page = okta.get(path);
            page.list().forEach(user -> members.add(user.getString("id")));
            path = page.next();
        }
        assertThat(members).containsExactlyElementsOf(group.members());
        okta.clock.pass(Duration.ofMinutes(1));
        String outsider = okta.org.people().stream()
                .map(person -> person.oktaId())
                .filter(id -> !group.members().contains(id))
                .findFirst()
                .orElseThrow();
        String member = "/api/v1/groups/" + group.oktaId() + "/users/" + outsider;
        assertThat(okta.call("PUT", member, "").status()).isEqualTo(204);
        String changed = "lastMembershipUpdated gt \"2026-03-01T10:00:30.000Z\"";
        assertThat(list("/api/v1/groups", "filter", changed))
                .extracting(found -> found.getString("id"))
                .containsExactly(group.oktaId());
        assertThat(okta.call("DELETE", member, "").status()).isEqualTo(204);
        assertThat(okta.org.state().groupDirectory().byId(group.oktaId())).contains(group);
    }

    @Test
    void groupPushHasAMappingForEachGroup() {
        List<JsonObject> mappings = okta.get(APP + "/group-push/mappings").list();
        assertThat(mappings)
                .extracting(mapping -> mapping.getString("targetGroupId"))
                .containsExactlyInAnyOrderElementsOf(app.groups().resources().keySet());
        String id = mappings.get(0).getString("id");
        assertThat(okta.get(APP + "/group-push/mappings/" + id).json()).isEqualTo(mappings.get(0));
    }

    @Test
    void theLogIsPagedAndCanBePolled() {
        Answered first = okta.get("/api/v1/logs?limit=10");
        assertThat(first.list()).hasSize(10);
        Answered second = okta.get(first.next());
        assertThat(second.list()).hasSize(2);
        assertThat(okta.get(second.next()).list()).isEmpty();
        okta.post(okta.user(0), "{\"profile\":{\"telephonyExtension\":\"5\"}}");
        assertThat(okta.get(second.next()).list()).hasSize(1);
        assertThat(okta.get("/api/v1/logs?until=2026-03-02T00:00:00Z").next()).isNull();
        assertThat(events("filter", "eventType sw \"application.provision\"")).hasSize(12);
        assertThat(events("since", "2026-03-02T00:00:00Z")).isEmpty();
    }

    @Test
    void theAppNamesItsFeatures() {
        assertThat(okta.get("/api/v1/apps").list()).hasSize(1);
        assertThat(okta.get(APP).json().getString("id")).isEqualTo(App.ID);
        assertThat(okta.get(APP + "/groups").list()).hasSize(1);
        assertThat(okta.get(APP + "/features").list()).hasSize(2);
        assertThat(okta.get(APP + "/features/INBOUND_PROVISIONING").json().toString())
                .contains("exactMatchCriteria");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/apps/0oaOther/users",
                "/api/v1/apps/0oaOther",
                APP + "/features/NONSENSE",
                APP + "/group-push/mappings/gPmNone",
                APP + "/users/00unobody",
                "/api/v1/groups/00gnone",
                "/api/v1/groups/00gnone/users",
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(okta.get(path).errorCode()).isEqualTo("E0000007");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/groups, nonsense pr", "/api/v1/logs, nonsense pr", "/api/v1/logs, eventType"})
    void aFilterForWhatIsNotThereIsRefused(String path, String filter) {
        assertThat(okta.get(path + "?filter=" + filter).errorCode()).isEqualTo("E0000031");
    }

    private List<String> events(String parameter, String value) {
        return list("/api/v1/logs", parameter, value).stream()
                .map(event -> event.getString("eventType"))
                .toList();
    }

    private List<JsonObject> list(String path, String parameter, String value) {
        return okta.get(path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .list();
    }

    private void settle() {
        while (!okta.api.profilePush().idle()) {
            Thread.onSpinWait();
        }
    }
}
