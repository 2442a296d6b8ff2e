package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.removal.DueRemovals;
import io.roster.removal.RemovalRefused;
import io.roster.removal.RemovalRefused.Reason;
import io.roster.removal.RemovalRule;
import io.roster.removal.Removals;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** People who are removed: by an administrator, in bulk, and by the rule. */
@OnEachDatabase
class RemovalsTest {

    private static final String NUMBER = "+14155550101";

    @Parameter
    TestDatabase database;

    private ServicedOrg org;
    private String active;
    private String left;

    @BeforeEach
    void open() {
        org = new ServicedOrg(database);
        active = org.person("active");
        left = org.person("left");
        org.license("x6", 5);
        org.number(NUMBER, left);
        org.extension("2001", left);
        org.seat("x6", left);
        org.activate(left, false);
    }

    private void remove(String personId) {
        org.call(Removals.class, removals -> {
            removals.remove(personId);
            return null;
        });
    }

    private void rule(Integer days) {
        org.call(Removals.class, removals -> {
            removals.change(days, removals.rule().getVersion());
            return null;
        });
    }

    private void refused(Reason reason, Runnable removal) {
        assertThatThrownBy(removal::run)
                .isInstanceOfSatisfying(RemovalRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private List<String> people() {
        return org.texts("select user_name from person order by user_name");
    }

    private int removedByRule() {
        int removed = 0;
        for (String last = ""; last != null; ) {
            String after = last;
            DueRemovals.Step step = org.call(DueRemovals.class, due -> due.step(after));
            removed += step.removed();
            last = step.last();
        }
        return removed;
    }

    private void assertThatNothingIsLeftOf(String userName, String by) {
        assertThat(org.texts("select name from tombstone")).containsExactly(userName);
        assertThat(org.texts("select actor_name from audit_event where action = 'DELETED'"))
                .containsExactly(by);
        assertThat(org.texts("select number from phone_number where person_id is not null"))
                .isEmpty();
        assertThat(org.texts("select extension from extension_number where person_id is not null"))
                .isEmpty();
        assertThat(org.texts("select person_id from license_seat")).isEmpty();
        assertThat(org.texts("select seats_used from license")).containsExactly("0");
        assertThat(org.texts("select person_id from departure")).isEmpty();
    }

    @Test
    void aPersonIsRemovedWithEverything() {
        remove(left);
        assertThat(people()).containsExactly("active");
        assertThatNothingIsLeftOf("left", "erika");
        refused(Reason.GONE, () -> remove(left));
        refused(Reason.ACTIVE, () -> remove(active));
        assertThat(people()).containsExactly("active");
    }

    @Test
    void thePreviewCountsWhatIsFreed() {
        RemovalPreview preview = org.call(BulkPreviews.class, all -> all.ofRemoval(List.of(active, left)));
        assertThat(preview).isEqualTo(new RemovalPreview(2, 1, 1, 1, 1, 1));
    }

    @Test
    void theRuleRemovesWhoLeftLongEnoughAgoAndNobodyElse() {
        String recently = org.person("recently");
        org.activate(recently, false);
        org.leftEarlier(left, 31);
        org.leftEarlier(recently, 29);
        assertThat(removedByRule()).isZero();
        assertThat(org.<Removals, Integer>call(Removals.class, removals -> removals.due(30)))
                .isEqualTo(1);
        rule(30);
        assertThat(removedByRule()).isEqualTo(1);
        assertThat(people()).containsExactly("active", "recently");
        assertThatNothingIsLeftOfRule();
        rule(null);
        org.leftEarlier(recently, 100);
        assertThat(removedByRule()).isZero();
    }

    private void assertThatNothingIsLeftOfRule() {
        assertThat(org.texts("select name from tombstone")).containsExactly("left");
        assertThat(org.texts("select actor_name from audit_event where action = 'DELETED'"))
                .containsExactly("Retention");
    }

    @Test
    void theRuleCountsForWhoCameDeactivatedFromTheLastChange() {
        org.change("delete from departure");
        rule(1);
        assertThat(removedByRule()).isZero();
        org.change("update person set modified_at = 1 where id = ?", left);
        assertThat(removedByRule()).isEqualTo(1);
        assertThat(people()).containsExactly("active");
    }

    @Test
    void aRuleIsChangedByWhoHasSeenItAndIsAnEvent() {
        refused(Reason.DAYS, () -> rule(0));
        refused(Reason.DAYS, () -> rule(RemovalRule.MOST_DAYS + 1));
        rule(90);
        refused(
                Reason.CHANGED_MEANWHILE,
                () -> org.call(Removals.class, removals -> {
                    removals.change(10, 1);
                    return null;
                }));
        rule(90);
        assertThat(org.texts("select changes from audit_event where resource_type = 'RemovalRule'"))
                .hasSize(1)
                .allSatisfy(changes -> assertThat(changes).contains("90"));
    }
}
