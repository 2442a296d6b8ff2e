package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** Group push, bulk edit: several pushed groups at once. */
@OnEachAppKind
class CatalogueGroupPushBulkEditIT extends OktaCases {
    private Person ada;
    private List<PushedGroup> ticked;
    private PushedGroup other;

    @BeforeEach
    void threePushedGroups() {
        ada = assigned("Ada", "Park");
        ticked = List.of(pushedGroup("Voice Agents", ada), pushedGroup("Voice Leads", ada));
        other = pushedGroup("Other", ada);
    }

    private void edit(UnaryOperator<PushedGroup> change) {
        ticked.forEach(group -> okta.want(change.apply(group)));
        okta.push();
    }

    @OinCase("C9327")
    void theyAreDeleted() {
        edit(group -> group.with(Mapping.DELETED));
        assertThat(ticked)
                .allSatisfy(group -> roster.get("/Groups/" + id(group)).is(404));
        assertThat(members(other)).containsExactly(id(ada));
    }

    @OinCase("C9328")
    void theyAreDeactivated() {
        edit(group -> group.with(Mapping.INACTIVE));
        edit(group -> group.with(Set.of()).with(Mapping.INACTIVE));
        assertThat(ticked).allSatisfy(group -> assertThat(members(group)).containsExactly(id(ada)));
        pushed(other.with(Set.of()));
        assertThat(members(other)).isEmpty();
    }

    @OinCase("C9329")
    void theyAreActivated() {
        edit(group -> group.with(Mapping.INACTIVE));
        edit(group -> group.with(Set.of()).with(Mapping.INACTIVE));
        edit(group -> group.with(Set.of()));
        assertThat(ticked).allSatisfy(group -> assertThat(members(group)).isEmpty());
    }

    @OinCase("C9331")
    void theyAreUnlinkedAndLeft() {
        assertThat(requests(() -> edit(group -> group.with(Mapping.LEFT)))).isZero();
        edit(group -> group.with(Set.of()).with(Mapping.LEFT));
        assertThat(ticked).allSatisfy(group -> assertThat(members(group)).containsExactly(id(ada)));
    }
}
