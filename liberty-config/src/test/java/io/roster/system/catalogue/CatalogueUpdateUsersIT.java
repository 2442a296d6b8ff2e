package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import io.roster.system.Answer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Update users: what changes in Okta changes in Roster, and nothing else. */
@OnEachAppKind
class CatalogueUpdateUsersIT extends OktaCases {
    private static final String DEPARTMENT = "/" + Urn.ENTERPRISE_USER + "/department";

    @OinCase("C9291")
    void aChangedAttributeArrives() {
        Person ada = assigned("Ada", "Park");
        Person married = pushed(ada.with("title", "Lead")
                .with(
                        "name",
                        Json.object()
                                .add("givenName", "Ada")
                                .add("familyName", "Kiss")
                                .build())
                .with("userName", "kiss." + ada.userName()));
        Answer user = inRoster(ada);
        assertThat(user.at("/title")).isEqualTo("Lead");
        assertThat(user.at("/name/familyName")).isEqualTo("Kiss");
        assertThat(lookedUp(married.userName())).containsExactly(id(ada));
        assertThat(lookedUp(ada.userName())).isEmpty();
    }

    @OinCase("C9309")
    void anAttributeOfTheAssignedGroupArrivesForEachOfItsPeople() {
        List<Person> staff = Stream.of("Ada", "Bela")
                .map(given -> assigned(given, "Park"))
                .map(person -> person.with(
                        Urn.ENTERPRISE_USER,
                        Json.object().add("department", "Hotline").build()))
                .toList();
        staff.forEach(okta::want);
        okta.push();
        assertThat(staff).allSatisfy(person -> assertThat(inRoster(person).at(DEPARTMENT))
                .isEqualTo("Hotline"));
    }

    @OinCase("C9310")
    void aChangeOfOktasProfileArrives() throws IOException {
        Person ada = assigned("Ada", "Park");
        try (OktaApi api = OktaApi.of(okta).start(0)) {
            OktaAdmin admin = new OktaAdmin(api);
            admin.profile(ada, "department", "Support");
            admin.profile(ada, "city", "Kraków");
            admin.profile(ada, "mobilePhone", "+48 22 555 01 37");
            okta.push();
        }
        Answer user = inRoster(ada);
        assertThat(user.at(DEPARTMENT)).isEqualTo("Support");
        assertThat(user.at("/addresses/0/locality")).isEqualTo("Kraków");
        assertThat(user.at("/phoneNumbers/0/type")).isEqualTo("mobile");
        assertThat(user.at("/phoneNumbers/0/value")).contains("555");
    }

    @OinCase("C9337")
    void whatIsEmptiedInOktaIsEmptiedInRoster() {
        Person boss = assigned("Grace", "Hall");
        Person ada = pushed(FullProfile.of(employee("Ada", "Park"), boss).with(Assignment.ASSIGNED));
        List<String> optional =
                List.of("title", "nickName", "timezone", "userType", "phoneNumbers", "addresses", Urn.ENTERPRISE_USER);
        Person emptied = ada;
        for (String name : optional) {
            emptied = emptied.with(name, (JsonValue) null);
        }
        pushed(emptied);
        assertThat(inRoster(ada).json()).doesNotContainKeys(optional.toArray(String[]::new));
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
        assertThat(inRoster(ada).at("/emails/0/value")).isEqualTo(ada.userName());
    }
}
