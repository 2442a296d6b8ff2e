package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who are removed in the browser: one, a selection, and by the rule. */
class RemovalPagesIT {

    private final ScimClient okta = SharedRoster.POSTGRESQL.client();
    private final Tables tables = Tables.ofShared();
    private final Browser browser = Browser.open(SharedRoster.POSTGRESQL.server());
    private final String userName = Names.unique("removed");
    private final String number = "+4940" + Math.floorMod(userName.hashCode(), 1_000_000);
    private String id;

    @BeforeEach
    void somebodyWhoLeft() {
        id = okta.post("/Users", Samples.user(userName, "\"active\":false,\"displayName\":\"" + userName + "\""))
                .is(201)
                .id();
        tables.change(
                "insert into phone_number (number, person_id, free_from, added_at, added_by, changed_at)"
                        + " values (?, ?, ?, 1, 'x', 1)",
                number,
                id,
                Long.MAX_VALUE);
        browser.visit("people").signIn();
    }

    @AfterEach
    void keepEverybody() {
        tables.change("update removal_rule set days = null");
        browser.close();
    }

    private boolean isThere() {
        return !tables.rows("select id from person where id = ?", id).isEmpty();
    }

    private boolean isFree() {
        return tables.rows("select number from phone_number where number = ? and person_id is not null", number)
                .isEmpty();
    }

    @Test
    void aPersonWhoLeftIsRemovedAfterTheQuestionSaysWhatThatMeans() {
        tables.change("update person set external_id = ? where id = ?", "00u" + userName, id);
        browser.visit("person?id=" + id).click("[id='remove:go']").untilText("This frees one number");
        assertThat(browser.text()).contains("Remove " + userName + "?", "Okta knows this person");
        browser.screenshot("person-remove");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click(".ui-confirmdialog-yes").untilText(userName + " was removed.");
        assertThat(isThere()).isFalse();
        assertThat(isFree()).isTrue();
        assertThat(tables.rows("select name from tombstone where id = ?", id)).hasSize(1);
    }

    @Test
    void whoIsActiveHasNoSuchButton() {
        String active = okta.post("/Users", Samples.user(userName + "a", "\"displayName\":\"" + userName + "\""))
                .is(201)
                .id();
        browser.visit("person?id=" + active).find("h1");
        assertThat(browser.all("[id='remove:go']")).isEmpty();
    }

    @Test
    void ofASelectionThoseWhoLeftAreRemoved() {
        okta.post("/Users", Samples.user(userName + "a", "\"displayName\":\"" + userName + "a\""))
                .is(201);
        browser.visit("people?q=" + userName).find("tbody tr");
        browser.click("[data-pick-all]").untilText("2 selected");
        browser.click(".picked button").untilPage(".*/bulk\\?.*");
        browser.click("input[value=REMOVE_PERSON]").click("[id='form:review']");
        browser.untilText("Remove one person?").untilText("One person of the selection is active and stays");
        assertThat(browser.text()).contains("This frees one number");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("bulk-remove");
        browser.click("[id='removal:start']").untilPage(".*/work\\?.*").untilText("Everybody is through");
        assertThat(browser.find(".counts").getText().replaceAll("\\s+", " "))
                .isEqualTo("Done 1 Unchanged 0 Refused 1 Remaining 0");
        assertThat(browser.text()).contains(userName, "Only people who are deactivated are removed");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("work-removed");
        assertThat(isThere()).isFalse();
        assertThat(isFree()).isTrue();
    }

    @Test
    void theRuleIsSavedAfterTheQuestionWhomItRemovesTonight() {
        browser.visit("retention").untilText("30 days (ROSTER_KEEP_DELETED_DAYS)");
        tables.change("delete from departure where person_id = ?", id);
        tables.change("update person set modified_at = 1 where id = ?", id);
        browser.click("input[value=true]").type("[id='form:days']", "3650");
        browser.click("[id='form:save']").untilText("removed tonight");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("retention-sure");
        browser.width(360).screenshot("retention-phone");
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440).click("[id='form:confirm']").untilText("Saved. It holds for people who are deactivated");
        assertThat(tables.rows("select days from removal_rule").get(0)).containsValue(3650);
        browser.click("input[value=false]").click("[id='form:save']").untilText("Nobody is removed by time.");
        assertThat(isThere()).isTrue();
    }
}
