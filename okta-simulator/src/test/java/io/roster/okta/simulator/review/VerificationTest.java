package io.roster.okta.simulator.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app that loses or changes something behind Okta's back is found out. */
class VerificationTest {
    private final FakeApp app = new FakeApp();
    private OktaOrg org;
    private Person person;
    private PushedGroup group;

    @BeforeEach
    void push() throws Exception {
        org = app.org().open();
        org.hire(5);
        org.found(2);
        org.push();
        person = org.people().get(3);
        group = org.groups(Mapping.PUSHED).get(0);
        assertThat(org.verify().equal()).isTrue();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void lostPeopleAndGroupsAreMissing() {
        app.users().resources().remove(userId());
        app.groups().resources().remove(groupId());
        Comparison found = org.verify();
        assertThat(found.missing()).hasSize(2);
        assertThat(found.different()).isEmpty();
        assertThat(found.complete()).isFalse();
        assertThat(found.toString()).contains("2 missing, 0 different, 0 extra", person.userName(), group.name());
    }

    @Test
    void deletedGroupsThatAreStillThereAreExtra() {
        var stored = app.groups().resources().get(groupId());
        org.regrouping().delete(1);
        app.groups().resources().put(groupId(), stored);
        assertThat(org.verify().extra()).singleElement().asString().contains(group.name());
    }

    @Test
    void strangersAreExtra() {
        String stranger = app.users().resources().get(userId()).toString().replace(userId(), "x");
        app.users().resources().put("x", Json.parse(stranger));
        Comparison found = org.verify();
        assertThat(found.extra()).singleElement().asString().contains("(x)");
        assertThat(found.complete()).isTrue();
        assertThat(found.equal()).isFalse();
    }

    @Test
    void otherValuesAreDifferent() {
        editUser(user -> user.add("displayName", "Someone Else").add("active", false));
        assertThat(org.verify().different())
                .hasSize(2)
                .anyMatch(line -> line.contains("displayName"))
                .anyMatch(line -> line.contains("active: true became false"));
    }

    @Test
    void valuesThatWereRemovedInOktaAreDifferentWhenTheyAreLeftOver() {
        org.want(person.with("title", (JsonValue) null));
        org.push();
        editUser(user -> user.add("title", "Left over"));
        assertThat(org.verify().different()).singleElement().asString().contains("title: null became \"Left over\"");
    }

    @Test
    void changedMembersAreDifferent() {
        org.want(group.with(Set.of(person.oktaId())));
        org.push();
        app.groups().resources().compute(groupId(), (id, stored) -> Json.object(stored)
                .remove("members")
                .build());
        assertThat(org.verify().different()).singleElement().asString().contains("members: ");
    }

    @Test
    void staleGroupsOfAUserAreDifferent() {
        editUser(user -> user.add("groups", Json.array().add(Json.object().add("value", "gone"))));
        assertThat(org.verify().different())
                .anyMatch(line -> line.startsWith("person " + person.userName() + " groups: [gone]"));
    }

    private void editUser(UnaryOperator<JsonObjectBuilder> edit) {
        app.users().resources().compute(userId(), (id, stored) -> edit.apply(Json.object(stored))
                .build());
    }

    private String userId() {
        return org.tracked(person).scimId().orElseThrow();
    }

    private String groupId() {
        return org.tracked(group).scimId().orElseThrow();
    }
}
