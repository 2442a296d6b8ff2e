package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.List;

/** Preconditions: the app, people, groups. What is only in Okta, Roster does not hear of. */
@OnEachAppKind
class CatalogueSetupIT extends OktaCases {

    @OinCase("C9296")
    void peopleOfOktaAreUnknownUntilTheAppIsAssigned() {
        Person ada = employee("Ada", "Park");
        assertThat(requests(okta::push)).isZero();
        assertThat(lookedUp(ada.userName())).isEmpty();
        pushed(ada.with(Assignment.ASSIGNED));
        assertThat(lookedUp(ada.userName())).containsExactly(id(ada));
    }

    @OinCase("C9297")
    void groupsOfOktaAreUnknownUntilTheyArePushed() {
        PushedGroup agents = group("Voice Agents");
        assertThat(requests(okta::push)).isZero();
        assertThat(groupsNamed(agents.name())).isEmpty();
        pushed(agents.with(Mapping.PUSHED));
        assertThat(groupsNamed(agents.name())).containsExactly(id(agents));
    }

    @OinCase("C9298")
    void theAppIsSetUp() {
        okta.errorSuite().testCredentials();
        okta.errorSuite().refusals();
    }

    @OinCase("C9308")
    void peopleOfAGroupArePushedOnceTheyAreAssigned() {
        Person ada = assigned("Ada", "Park");
        Person bela = employee("Bela", "Kiss");
        PushedGroup agents = pushedGroup("Voice Agents", ada, bela);
        assertThat(members(agents)).containsExactly(id(ada));
        assertThat(lookedUp(bela.userName())).isEmpty();
        pushed(bela.with(Assignment.ASSIGNED));
        assertThat(members(agents)).containsExactlyInAnyOrder(id(ada), id(bela));
    }

    @OinCase("C9313")
    void aLinkedGroupFollowsTheNameInOkta() {
        PushedGroup linked = linked(true);
        assertThat(inRoster(linked).at("/displayName")).isEqualTo(linked.name());
        pushed(linked.named(linked.name() + " EMEA"));
        assertThat(inRoster(linked).at("/displayName")).isEqualTo(linked.name() + " EMEA");
    }

    @OinCase("C9314")
    void aLinkedGroupKeepsItsNameWhereTheFlagIsNotSet() {
        PushedGroup linked = linked(false);
        String kept = inRoster(linked).at("/displayName");
        assertThat(kept).startsWith("Hotline").isNotEqualTo(linked.name());
        pushed(linked.named(linked.name() + " EMEA"));
        assertThat(inRoster(linked).at("/displayName")).isEqualTo(kept);
        assertThat(groupsNamed(linked.name())).isEmpty();
    }

    /** A group of Okta linked to one that Roster had under another name. */
    private PushedGroup linked(boolean rename) {
        Person ada = assigned("Ada", "Park");
        String theirs = RosterGroups.made(roster, "Hotline", List.of());
        PushedGroup ours = group("Voice Agents", ada);
        okta.renameAppGroups(rename);
        okta.link(ours, okta.importGroups().get(theirs));
        assertThat(id(ours)).isEqualTo(theirs);
        assertThat(members(ours)).containsExactly(id(ada));
        return okta.tracked(ours).wanted();
    }
}
