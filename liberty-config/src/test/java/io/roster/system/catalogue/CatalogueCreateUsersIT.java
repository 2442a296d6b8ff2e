package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Create users: everybody to whom the app is assigned is there, once, and comes back as who they were. */
@OnEachAppKind
class CatalogueCreateUsersIT extends OktaCases {

    @OinCase("C9290")
    void whoIsAssignedIsCreated() {
        Person ada = assigned("Ada", "Park");
        Answer user = inRoster(ada);
        assertThat(user.at("/userName")).isEqualTo(ada.userName());
        assertThat(user.at("/externalId")).isEqualTo(ada.oktaId());
        assertThat(user.at("/active")).isEqualTo("true");
        assertThat(okta.importUsers()).containsKey(id(ada));
    }

    @OinCase("C9293")
    void whoIsActivatedInOktaAgainIsActiveAgain() throws IOException {
        Person ada = assigned("Ada", "Park");
        String before = id(ada);
        try (OktaApi api = OktaApi.of(okta).start(0)) {
            OktaAdmin admin = new OktaAdmin(api);
            admin.lifecycle(ada, "deactivate");
            okta.push();
            assertThat(inRoster(ada).at("/active")).isEqualTo("false");
            admin.lifecycle(ada, "activate");
            okta.push();
        }
        assertThat(id(ada)).isEqualTo(before);
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
    }

    @OinCase("C9300")
    void whoIsNoLongerSuspendedWasActiveAllTheTime() throws IOException {
        Person ada = assigned("Ada", "Park");
        String version = inRoster(ada).at("/meta/version");
        try (OktaApi api = OktaApi.of(okta).start(0)) {
            OktaAdmin admin = new OktaAdmin(api);
            admin.lifecycle(ada, "suspend");
            admin.lifecycle(ada, "unsuspend");
            assertThat(requests(okta::push)).isZero();
            assertThat(inRoster(ada).at("/meta/version")).isEqualTo(version);
            admin.profile(ada, "title", "Lead");
            okta.push();
        }
        assertThat(inRoster(ada).at("/title")).isEqualTo("Lead");
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
    }

    @OinCase("C9307")
    void everybodyOfAnAssignedGroupIsCreated() {
        List<Person> staff = Stream.of("Ada", "Bela", "Chen")
                .map(given -> employee(given, "Park").with(Assignment.ASSIGNED))
                .toList();
        staff.forEach(okta::want);
        okta.push();
        assertThat(staff)
                .allSatisfy(person -> assertThat(lookedUp(person.userName())).containsExactly(id(person)));
    }

    @OinCase("C9334")
    void everyAttributeArrives() {
        Person boss = assigned("Grace", "Hall");
        Person ada = pushed(FullProfile.of(employee("Ada", "Park"), boss).with(Assignment.ASSIGNED));
        Answer user = inRoster(ada);
        assertThat(user.at("/name/honorificSuffix")).isEqualTo("III");
        assertThat(user.at("/addresses/0/locality")).isEqualTo("Zürich");
        assertThat(user.at("/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department"))
                .isEqualTo("Support");
        assertThat(Person.MAPPED).allSatisfy(name -> assertThat(user.json()).containsKey(name));
    }

    @OinCase("C9335")
    void whoWasThereAlreadyIsTakenOver() {
        String userName = Names.unique("ada") + "@acme.example";
        Answer before = roster.post(
                        "/Users", Samples.user(userName, "\"title\":\"Local\",\"externalId\":\"payroll-1\""))
                .is(201);
        Person ada = employee("Ada", "Park").with("userName", userName).with("title", "Lead");
        pushed(ada.with(Assignment.ASSIGNED));
        assertThat(id(ada)).isEqualTo(before.id());
        assertThat(inRoster(ada).at("/title")).isEqualTo("Lead");
        assertThat(inRoster(ada).at("/externalId")).isEqualTo(ada.oktaId());
        assertThat(lookedUp(userName)).hasSize(1);
    }

    @OinCase("C9336")
    void userNameAndEmailNeedNotBeTheSame() {
        String mail = Names.unique("ada") + "@mail.example";
        Person ada = employee("Ada", "Park")
                .with("userName", Names.unique("ADA.Park"))
                .with(
                        "emails",
                        Json.array()
                                .add(Json.object()
                                        .add("primary", true)
                                        .add("value", mail)
                                        .add("type", "work"))
                                .build());
        pushed(ada.with(Assignment.ASSIGNED));
        assertThat(inRoster(ada).at("/userName")).isEqualTo(ada.userName());
        assertThat(inRoster(ada).at("/emails/0/value")).isEqualTo(mail);
        okta.errorSuite().duplicate(ada);
        assertThat(lookedUp(ada.userName().toLowerCase(Locale.ROOT))).containsExactly(id(ada));
    }
}
