package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** A person's services, work on those of many, and what becomes of them: assigned, released, undone and said. */
class ServicePagesIT {
    private final ScimClient okta = SharedRoster.POSTGRESQL.client();
    private final Tables tables = Tables.ofShared();
    private final Browser browser = Browser.open(SharedRoster.POSTGRESQL.server());
    private final String userName = Names.unique("serviced");
    private final String prefix = "+4989" + Math.abs(userName.hashCode() % 100_000);
    private String id;

    @BeforeEach
    void aPersonAndNumbers() {
        id = okta.post("/Users", Samples.user(userName, "\"displayName\":\"" + userName + "\""))
                .is(201)
                .id();
        for (int i = 10; i < 20; i++) {
            tables.change(
                    "insert into phone_number (number, free_from, added_at, added_by, changed_at) values (?, 0, 1,"
                            + " 'x', 1)",
                    prefix + i);
        }
        browser.visit("person?id=" + id).signIn().untilPage(".*/person.*");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aNumberIsAssignedReplacedReleasedAndGivenBack() {
        browser.visit("assign?kind=number&person=" + id + "&q=" + prefix.substring(1))
                .click("[id='form:next']")
                .untilText("is assigned");
        assertThat(number()).isEqualTo(prefix + "10");
        assertThat(scim()).contains("\"phoneNumber\":\"" + prefix + "10\"", "\"serviceStatus\":\"active\"");
        browser.visit("assign?kind=number&person=" + id + "&q=" + prefix.substring(1) + "15")
                .untilText("is released when another one is assigned")
                .click(".choose .actions button")
                .untilText("is assigned");
        assertThat(number()).isEqualTo(prefix + "15");
        browser.click("[id='services:release-number']")
                .click(".ui-confirmdialog-yes")
                .untilText("is released.");
        assertThat(number()).isNull();
        browser.click("[id='notes:undo']").untilText("is assigned again");
        assertThat(number()).isEqualTo(prefix + "15");
    }

    @Test
    void ofTwoAdministratorsTheSecondIsTold() {
        browser.visit("assign?kind=number&person=" + id + "&q=" + prefix.substring(1))
                .find("[id='form:next']");
        give(prefix + "12");
        browser.click("[id='form:next']").untilText("Somebody else was faster");
        assertThat(number()).isEqualTo(prefix + "12");
    }

    @Test
    void whatWasGivenAwayIsSaidUntilSomebodyHasSeenIt() {
        tables.change(
                "insert into service_note (person_id, kind, subject, reason, noted_at) values (?, 'NUMBER', ?,"
                        + " 'GIVEN_AWAY', 1)",
                id,
                prefix + "11");
        browser.visit("person?id=" + id).untilText("was given to somebody else meanwhile");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click("[id='notes:dismiss']").untilPage(".*/person\\?id=.*");
        browser.visit("person?id=" + id).find("h1");
        assertThat(browser.text()).doesNotContain("given to somebody else");
    }

    @Test
    void aLocalPersonIsDeactivatedAndWhatIsKeptIsSaid() {
        assign("13");
        assertThat(browser.visit("person?id=" + id).all("[id='status:deactivate']"))
                .isEmpty();
        tables.change("update person set source = 'CONSOLE' where id = ?", id);
        browser.visit("person?id=" + id)
                .click("[id='status:deactivate']")
                .click(".ui-confirmdialog-yes")
                .untilText("Suspended since");
        assertThat(browser.find("dl.services").getText()).contains("Kept while deactivated");
        assertThat(scim()).contains("\"serviceStatus\":\"suspended\"");
        browser.click("[id='status:activate']").untilText("is active again");
        assertThat(scim()).contains("\"serviceStatus\":\"active\"");
    }

    @Test
    void aSelectionGetsNumbersInTheBackground() {
        for (int i = 0; i < 3; i++) {
            okta.post("/Users", Samples.user(userName + i, "\"displayName\":\"" + userName + i + "\""))
                    .is(201);
        }
        assign("14");
        browser.visit("people?q=" + userName).find("tbody tr");
        browser.click("[data-pick-all]").untilText("4 selected");
        browser.click(".picked button").untilPage(".*/bulk\\?.*");
        browser.type("[id='form:prefix']", prefix)
                .click("[id='form:review']")
                .untilText("Assign numbers to 3 people?")
                .untilText("One person of the selection has one already")
                .click("[id='sure:start']")
                .untilPage(".*/work\\?.*")
                .untilText("Everybody is through");
        assertThat(browser.find(".counts").getText().replaceAll("\\s+", " "))
                .isEqualTo("Done 3 Unchanged 1 Refused 0 Remaining 0");
        browser.click(".filters a[href*='outcome=unchanged']").untilText("Has one already");
        assertThat(browser.all("tbody tr")).hasSize(1);
        browser.visit("people?q=" + userName + "&services=number").find("tbody tr");
        assertThat(browser.all("tbody tr")).hasSize(4);
        browser.visit("people?q=" + userName + "&services=number").find("tbody tr");
        browser.click("[data-pick-all]").untilText("4 selected");
        browser.click(".picked button").untilPage(".*/bulk\\?.*");
        browser.click("input[value=RELEASE_NUMBER]").click("[id='form:review']");
        browser.untilText("Release the numbers of 4 people?").untilText("rests for");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("bulk-sure");
        browser.click("[id='sure:start']").untilPage(".*/work\\?.*").untilText("Everybody is through");
        assertThat(number()).isNull();
        browser.screenshot("work-undo");
        browser.click("[id='undo:go']").untilText("Give back numbers").untilText("Everybody is through");
        assertThat(number()).isEqualTo(prefix + "14");
        browser.visit("people?q=" + prefix.substring(1) + "14").find("tbody tr");
        assertThat(browser.all("tbody th a").stream().map(WebElement::getText)).containsExactly(userName);
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,360"})
    void axeFindsNothingAndNothingScrollsSideways(String scheme, int width) {
        assign("16");
        browser.scheme(scheme).width(width);
        for (String page : List.of(
                "person?id=" + id,
                "people?q=" + userName,
                "assign?kind=number&person=" + id,
                "assign?kind=license&person=" + id,
                "bulk?id=" + id,
                "works",
                "policies")) {
            browser.visit(page).find("h1");
            assertThat(browser.accessibilityFaults()).as(page).isEmpty();
            assertThat(browser.isWiderThanItsWindow()).as(page).isFalse();
        }
    }

    private void assign(String ending) {
        browser.visit("assign?kind=number&person=" + id + "&q=" + prefix.substring(1) + ending)
                .click("[id='form:next']")
                .untilText("is assigned");
    }

    // As another administrator, whose page this one does not know.
    private void give(String number) {
        tables.change(
                "update phone_number set person_id = ?, free_from = 9223372036854775807 where number = ?", id, number);
    }

    private String number() {
        return tables.rows("select number from phone_number where person_id = ?", id).stream()
                .map(row -> (String) row.get("number"))
                .findFirst()
                .orElse(null);
    }

    private String scim() {
        return okta.get("/Users/" + id).is(200).json().toString();
    }
}
