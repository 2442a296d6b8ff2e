package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Group push: one group at a time. */
@OnEachAppKind
class CatalogueGroupPushIT extends OktaCases {
    private Person ada;
    private Person bela;

    @BeforeEach
    void twoPeople() {
        ada = assigned("Ada", "Park");
        bela = assigned("Bela", "Kiss");
    }

    private String nameInRoster(PushedGroup group) {
        return inRoster(group).at("/displayName");
    }

    private PushedGroup now(PushedGroup group) {
        return okta.tracked(group).wanted();
    }

    @OinCase("C9312")
    void aGroupIsCreatedWithItsMembers() {
        PushedGroup agents = pushedGroup("Voice Agents", ada, bela);
        assertThat(groupsNamed(agents.name())).containsExactly(id(agents));
        assertThat(members(agents)).containsExactlyInAnyOrder(id(ada), id(bela));
        assertThat(inRoster(ada).at("/groups/0/value")).isEqualTo(id(agents));
    }

    @OinCase("C9315")
    void aGroupOfRosterIsLinkedAndRenamed() {
        String theirs = RosterGroups.made(roster, "Hotline", List.of(id(bela)));
        PushedGroup agents = group("Voice Agents", ada);
        okta.link(agents, okta.importGroups().get(theirs));
        assertThat(id(agents)).isEqualTo(theirs);
        assertThat(nameInRoster(agents)).isEqualTo(agents.name());
        assertThat(members(agents)).containsExactly(id(ada));
    }

    @OinCase("C9330")
    void aGroupOfRosterIsLinkedAndKeepsItsName() {
        String theirs = RosterGroups.made(roster, "Hotline", List.of(id(bela)));
        PushedGroup agents = group("Voice Agents", ada);
        okta.renameAppGroups(false);
        okta.link(agents, okta.importGroups().get(theirs));
        pushed(now(agents).with(Set.of(ada.oktaId(), bela.oktaId())));
        assertThat(id(agents)).isEqualTo(theirs);
        assertThat(nameInRoster(agents)).startsWith("Hotline");
        assertThat(members(agents)).containsExactlyInAnyOrder(id(ada), id(bela));
    }

    @OinCase("C9316")
    void pushNowOverwritesWhatSomebodyElseHasDone() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        roster.patch("/Groups/" + id(agents), """
                        {"op":"replace","value":{"displayName":"Somebody else's","members":[{"value":"%s"}]}}""".formatted(id(bela))).is(200);
        okta.pushNow(agents);
        assertThat(nameInRoster(agents)).isEqualTo(agents.name());
        assertThat(members(agents)).containsExactly(id(ada));
    }

    @OinCase("C9317")
    void anEmptyGroupIsPushed() {
        PushedGroup empty = pushedGroup("Empty");
        assertThat(members(empty)).isEmpty();
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        okta.want(agents.with(Set.of()));
        okta.pushNow(agents);
        assertThat(members(agents)).isEmpty();
        assertThat(groupsNamed(agents.name())).containsExactly(id(agents));
    }

    @OinCase("C9318")
    void anUnlinkedGroupIsDeleted() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        String before = id(agents);
        pushed(agents.with(Mapping.DELETED));
        roster.get("/Groups/" + before).is(404);
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
        assertThat(inRoster(ada).has("/groups/0")).isFalse();
    }

    @OinCase("C9319")
    void aDeactivatedPushChangesNothing() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        String version = inRoster(agents).at("/meta/version");
        pushed(agents.with(Mapping.INACTIVE));
        pushed(now(agents).named(agents.name() + " EMEA").with(Set.of(bela.oktaId())));
        assertThat(inRoster(agents).at("/meta/version")).isEqualTo(version);
        assertThat(members(agents)).containsExactly(id(ada));
    }

    @OinCase("C9320")
    void anActivatedPushBringsWhatChangedMeanwhile() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        pushed(agents.with(Mapping.INACTIVE));
        PushedGroup changed = agents.named(agents.name() + " EMEA").with(Set.of(bela.oktaId()));
        pushed(changed.with(Mapping.INACTIVE));
        pushed(changed);
        assertThat(nameInRoster(agents)).isEqualTo(changed.name());
        assertThat(members(agents)).containsExactly(id(bela));
    }

    @OinCase("C9321")
    void anUnlinkedGroupIsLeft() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        String version = inRoster(agents).at("/meta/version");
        assertThat(requests(() -> pushed(agents.with(Mapping.LEFT)))).isZero();
        assertThat(inRoster(agents).at("/meta/version")).isEqualTo(version);
        assertThat(members(agents)).containsExactly(id(ada));
    }

    @OinCase("C9322")
    void aGroupThatWasLeftIsLinkedAgain() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        String before = id(agents);
        pushed(agents.with(Mapping.LEFT));
        okta.link(agents.with(Set.of(bela.oktaId())));
        assertThat(id(agents)).isEqualTo(before);
        assertThat(groupsNamed(agents.name())).containsExactly(before);
        assertThat(members(agents)).containsExactly(id(bela));
    }

    @OinCase("C9332")
    void aMemberIsAddedToTheGroup() {
        PushedGroup agents = pushedGroup("Voice Agents", ada);
        pushed(agents.with(Set.of(ada.oktaId(), bela.oktaId())));
        assertThat(members(agents)).containsExactlyInAnyOrder(id(ada), id(bela));
        assertThat(inRoster(bela).at("/groups/0/display")).isEqualTo(agents.name());
    }

    @OinCase("C9333")
    void aMemberIsRemovedFromTheGroup() {
        PushedGroup agents = pushedGroup("Voice Agents", ada, bela);
        pushed(agents.with(Set.of(bela.oktaId())));
        assertThat(members(agents)).containsExactly(id(bela));
        assertThat(inRoster(ada).has("/groups/0")).isFalse();
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
    }
}
