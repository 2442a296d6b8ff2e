package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.PushRule;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.system.Names;
import org.junit.jupiter.api.BeforeEach;

/** Group push by rule: groups whose name begins so are pushed, for as long as there is the rule. */
@OnEachAppKind
class CatalogueGroupPushRulesIT extends OktaCases {
    private String beginning;
    private Person ada;
    private PushedGroup first;
    private PushedGroup second;
    private PushRule rule;

    @BeforeEach
    void aRuleThatHasPushedTwoGroups() {
        beginning = Names.unique("Voice");
        ada = assigned("Ada", "Park");
        first = group(beginning + " Agents", ada);
        second = group(beginning + " Leads");
        rule = okta.pushRule(beginning);
        okta.push();
    }

    @OinCase("C9323")
    void theRulePushesWhatMatches() {
        PushedGroup other = group("Other", ada);
        PushedGroup late = group(beginning + " Trainees", ada);
        rule.run();
        okta.push();
        assertThat(members(first)).containsExactly(id(ada));
        assertThat(members(late)).containsExactly(id(ada));
        assertThat(members(second)).isEmpty();
        assertThat(groupsNamed(other.name())).isEmpty();
    }

    @OinCase("C9324")
    void aDeactivatedRulePushesNoMoreGroups() {
        rule.deactivate();
        PushedGroup late = group(beginning + " Trainees");
        rule.run();
        pushed(first.with(second.members()).with(Mapping.PUSHED));
        assertThat(groupsNamed(late.name())).isEmpty();
        assertThat(members(first)).isEmpty();
        assertThat(groupsNamed(second.name())).containsExactly(id(second));
    }

    @OinCase("C9325")
    void withTheRuleItsGroupsAreDeleted() {
        rule.deleteWithGroups();
        okta.push();
        assertThat(groupsNamed(first.name())).isEmpty();
        assertThat(groupsNamed(second.name())).isEmpty();
        assertThat(inRoster(ada).has("/groups/0")).isFalse();
    }

    @OinCase("C9326")
    void withoutTheRuleItsGroupsAreLeft() {
        rule.deleteAndLeaveGroups();
        assertThat(requests(okta::push)).isZero();
        assertThat(members(first)).containsExactly(id(ada));
        assertThat(groupsNamed(second.name())).containsExactly(id(second));
    }
}
