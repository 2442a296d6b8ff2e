package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats of licences: assigned, released, given to groups, waited for and exported. */
class LicensePagesIT {
    private static Browser browser;

    private final ScimClient okta = SharedRoster.DERBY.client();
    private final String id = Names.unique("x6");
    private final String ada = Names.unique("ada");
    private final String bob = Names.unique("bob");

    @BeforeAll
    static void signIn() {
        browser = Browser.open(SharedRoster.DERBY.server());
        browser.visit("licenses").signIn().untilPage(".*/admin/.*");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void aLicenceWithOneSeat() {
        browser.width(1440).scheme("light");
        browser.visit("license")
                .type("[id='form:name']", "X6 seat " + id)
                .type("[id='form:id']", id)
                .type("[id='form:seats']", "1")
                .click("[id='form:save']")
                .untilPage(".*/admin/licenses");
    }

    private String person(String userName) {
        return okta.post("/Users", Samples.user(userName)).is(201).id();
    }

    @Test
    void aSeatIsAssignedUntilNoneIsLeftAndReleased() {
        String adaId = person(ada);
        person(bob);
        assign(ada + "\nnobody-" + ada).untilText("Nobody has this user name, so nothing was assigned");
        assign(ada).untilText("One person has “X6 seat " + id + "” now");
        assertThat(okta.get("/Users/" + adaId).at("/" + Samples.TELEPHONY_SCHEMA + "/licenses/0/value"))
                .isEqualTo(id);
        assign(bob).untilText("All 1 seats of “X6 seat " + id + "” are taken, so one person got none: " + bob);
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.visit("licenses").untilText("1 of 1");
        browser.visit("license?id=" + id)
                .type("[id='form:seats']", "0")
                .click("[id='form:save']")
                .untilText("One seat of “X6 seat " + id + "” is taken, so there cannot be fewer");
        browser.visit("license?id=" + id)
                .click("[aria-label^='Release from']")
                .click("[id='holders:release']")
                .untilText("One person no longer has");
        assertThat(okta.get("/Users/" + adaId).text()).doesNotContain(Samples.TELEPHONY_SCHEMA);
    }

    @Test
    void membersOfAGroupGetItAndWhoFindsNoSeatWaits() {
        String group = Names.unique("Voice");
        String adaId = person(ada);
        String groupId =
                okta.post("/Groups", Samples.group(group, adaId)).is(201).id();
        browser.visit("license?id=" + id + "&group=" + group.toUpperCase())
                .click("[aria-label='Give the licence to the members of " + group + "']")
                .click(".ui-confirmdialog-yes")
                .untilText("By the group " + group);
        okta.patch(
                        "/Groups/" + groupId,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(person(bob)))
                .is(200);
        browser.visit("license?id=" + id).untilText("One person is to have this licence");
        browser.click("a[href*='state=waiting']").untilText(bob);
        assertThat(browser.accessibilityFaults()).isEmpty();
        assertThat(browser.fetch("license.csv?id=" + id))
                .contains(id + "," + ada + ",")
                .contains(",held,false,true,false," + group + ",")
                .contains(",waiting,false,true,false," + group + ",");
        browser.visit("license?id=" + id)
                .click("[aria-label='End the rule for the members of " + group + "']")
                .click(".ui-confirmdialog-yes")
                .untilText("Nobody has this licence yet");
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,1440", "light,360", "dark,360"})
    void axeFindsNothingAndNothingScrollsSideways(String scheme, int width) {
        String group = Names.unique("Voice");
        okta.post("/Groups", Samples.group(group, person(ada), person(bob))).is(201);
        browser.visit("license?id=" + id + "&group=" + group)
                .click("[aria-label='Give the licence to the members of " + group + "']")
                .click(".ui-confirmdialog-yes")
                .untilText("One person is to have this licence");
        browser.scheme(scheme).width(width);
        for (String page : new String[] {
            "licenses", "license", "license?id=" + id, "license?id=" + id + "&state=given-up&group=" + group.charAt(0)
        }) {
            browser.visit(page).find("h1");
            assertThat(browser.accessibilityFaults()).as(page).isEmpty();
            assertThat(browser.isWiderThanItsWindow()).as(page).isFalse();
            String name = page.contains("group=") ? "license-groups" : page.replaceFirst("\\?.*", "-seats");
            browser.screenshot(name + "-" + scheme + "-" + width);
        }
    }

    private static Browser openAssign(String page) {
        browser.visit(page);
        if (browser.all("details.assign[open]").isEmpty()) {
            browser.click("details.assign summary");
        }
        return browser;
    }

    private Browser assign(String names) {
        return openAssign("license?id=" + id).type("[id='seats:names']", names).click("[id='seats:assign']");
    }
}
