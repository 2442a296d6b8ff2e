package io.roster.okta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Seen;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What an admin does on the pages of Okta, and what the app hears of it. */
@ParameterizedClass
@MethodSource("dialects")
class AdminPagesTest {
    @Parameter
    Dialect dialect;

    private final FakeApp app = new FakeApp();
    private OktaOrg org;

    static Stream<Dialect> dialects() {
        return Stream.of(new PatchDialect(), new PutDialect());
    }

    @BeforeEach
    void people() throws Exception {
        org = app.org().dialect(dialect).open();
        org.hire(3);
        org.push();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private PushedGroup group(String name, Mapping mapping) {
        PushedGroup group =
                new PushedGroup("00g" + name, name, Set.of(org.people().get(0).oktaId()), mapping);
        org.want(group);
        org.push();
        return group;
    }

    private List<String> names() {
        return app.groups().resources().values().stream()
                .map(group -> group.getString("displayName"))
                .toList();
    }

    private int sent(Runnable work) {
        app.forget();
        work.run();
        return app.seen().size();
    }

    @Test
    void aRuleMapsWhatMatches() {
        group("Sales EMEA", Mapping.NONE);
        group("Support", Mapping.NONE);
        assertThat(names()).isEmpty();
        PushRule rule = org.pushRule("Sales");
        org.push();
        assertThat(names()).containsExactly("Sales EMEA");
        rule.deactivate();
        PushedGroup late = group("Sales APAC", Mapping.NONE);
        rule.run();
        org.push();
        assertThat(names()).containsExactly("Sales EMEA");
        org.want(rule.groups().get(0).named("Vertrieb"));
        org.push();
        assertThat(names()).containsExactly("Vertrieb");
        rule.activate();
        org.push();
        assertThat(names()).containsExactly("Vertrieb", late.name());
        rule.deleteWithGroups();
        org.push();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsDeactivatedIsSentAsAWholeOnceItIsActiveAgain() {
        PushedGroup group = group("Sales", Mapping.PUSHED);
        PushedGroup later = group.named("Sales EMEA")
                .with(org.people().stream().map(person -> person.oktaId()).toList());
        assertThat(sent(() -> {
                    org.want(group.with(Mapping.INACTIVE));
                    org.push();
                    org.want(later.with(Mapping.INACTIVE));
                    org.push();
                }))
                .isZero();
        assertThat(org.verify().equal()).isTrue();
        app.forget();
        org.want(later);
        org.push();
        assertThat(app.seen()).extracting(Seen::method).doesNotContain("GET", "POST");
        assertThat(names()).containsExactly("Sales EMEA");
        assertThat(org.verify().equal()).isTrue();
    }

    @Test
    void aLinkedGroupIsRenamedOrNot() {
        for (boolean rename : new boolean[] {true, false}) {
            PushedGroup theirs = group("Theirs " + rename, Mapping.PUSHED);
            String id = org.tracked(theirs).scimId().orElseThrow();
            org.want(theirs.with(Mapping.LEFT));
            org.push();
            PushedGroup ours = group("Ours " + rename, Mapping.NONE);
            org.renameAppGroups(rename);
            org.link(ours, app.groups().resources().get(id));
            assertThat(name(id)).isEqualTo(rename ? "Ours true" : "Theirs false");
            org.want(org.tracked(ours).wanted().named("Renamed").with(Set.of()));
            org.push();
            assertThat(name(id)).isEqualTo(rename ? "Renamed" : "Theirs false");
            assertThat(PushedGroup.of(org.tracked(ours).wanted().toJson()))
                    .isEqualTo(org.tracked(ours).wanted());
        }
    }

    private String name(String id) {
        return app.groups().resources().get(id).getString("displayName");
    }

    @Test
    void nothingIsSentWhileProvisioningIsDisabled() {
        org.provisioning(false);
        assertThat(sent(() -> org.turnover().deactivate(1))).isZero();
        org.provisioning(true);
        org.push();
        assertThat(org.verify().equal()).isTrue();
    }

    @Test
    void theAppIsTheSource() {
        JsonObject user = app.users().resources().values().iterator().next();
        String id = user.getString("id");
        app.users()
                .resources()
                .put(
                        id,
                        Json.object(user)
                                .add("title", "Chief")
                                .add("active", false)
                                .build());
        assertThat(org.profileSource().update(org.importUsers()))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.profile().getString("title")).isEqualTo("Chief");
                    assertThat(person.active()).isFalse();
                });
        assertThat(org.profileSource().update(org.importUsers())).isEmpty();
        assertThat(org.pending()).isZero();
        JsonObject stranger = Json.object(user)
                .add("id", "new")
                .add("userName", "new@acme.example")
                .build();
        assertThat(org.tracked(org.profileSource().confirm(stranger)).scimId()).contains("new");
        assertThat(sent(org::push)).isZero();
    }
}
