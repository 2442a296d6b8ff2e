package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Deactivate users: who loses the app is inactive and still there. */
@OnEachAppKind
class CatalogueDeactivateUsersIT extends OktaCases {

    @OinCase("C9292")
    void whoIsDeactivatedInOktaIsInactive() throws IOException {
        Person ada = assigned("Ada", "Park");
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        try (OktaApi api = OktaApi.of(okta).start(0)) {
            new OktaAdmin(api).lifecycle(ada, "deactivate");
            okta.push();
        }
        assertThat(inRoster(ada).at("/active")).isEqualTo("false");
        assertThat(inRoster(ada).at("/userName")).isEqualTo(ada.userName());
        assertThat(members(agents)).isEmpty();
    }

    @OinCase("C9294")
    void whoLosesTheAssignmentIsInactiveAndComesBackAsTheSame() {
        Person ada = assigned("Ada", "Park");
        String before = id(ada);
        pushed(ada.with(Assignment.UNASSIGNED));
        assertThat(inRoster(ada).at("/active")).isEqualTo("false");
        pushed(ada);
        assertThat(id(ada)).isEqualTo(before);
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
    }

    @OinCase("C9295")
    void whoIsSuspendedInOktaStaysAsTheyAre() throws IOException {
        Person ada = assigned("Ada", "Park");
        String version = inRoster(ada).at("/meta/version");
        try (OktaApi api = OktaApi.of(okta).start(0)) {
            new OktaAdmin(api).lifecycle(ada, "suspend");
            assertThat(requests(okta::push)).isZero();
        }
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
        assertThat(inRoster(ada).at("/meta/version")).isEqualTo(version);
    }

    @OinCase("C9311")
    void everybodyOfAGroupThatLosesTheAssignmentIsInactive() {
        List<Person> staff = Stream.of("Ada", "Bela", "Chen")
                .map(given -> assigned(given, "Park"))
                .toList();
        Person grace = assigned("Grace", "Hall");
        staff.forEach(person -> okta.want(person.with(Assignment.UNASSIGNED)));
        okta.push();
        assertThat(staff)
                .allSatisfy(person -> assertThat(inRoster(person).at("/active")).isEqualTo("false"));
        assertThat(inRoster(grace).at("/active")).isEqualTo("true");
    }
}
