package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles and licence types are added, changed and deleted, and what is wrong is said where it is. */
class EntitlementPagesIT {
    private final ScimClient okta = SharedRoster.DERBY.client();
    private final Browser browser = Browser.open(SharedRoster.DERBY.server());
    private final String id = Names.unique("role");

    @BeforeEach
    void signIn() {
        browser.visit("roles").signIn().untilPage(".*/admin/.*");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aRoleIsAddedChangedAndDeleted() {
        add("role", "Phone administrator " + id, id);
        assertThat(browser.find(".messages").getText()).contains("Phone administrator " + id);
        browser.click("a[href='role?id=" + id + "']").untilPage(".*role\\?id=.*");
        browser.type("[id='form:name']", "Renamed " + id)
                .click("[id='form:save']")
                .untilPage(".*/roles");
        assertThat(okta.get("/Roles/" + id).is(200).at("/displayName")).isEqualTo("Renamed " + id);
        browser.visit("role?id=" + id)
                .click("[id='removal:delete']")
                .click(".ui-confirmdialog-yes")
                .untilPage(".*/roles");
        assertThat(browser.find(".messages").getText()).contains("Renamed " + id);
        okta.get("/Roles/" + id).is(404);
        browser.visit("role?id=" + id).untilText("Not found");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        browser.visit("role").type("[id='form:name']", "Sales").type("[id='form:id']", "Not an id");
        browser.click("[id='form:save']").untilText("Begin with a lower-case letter");
        assertThat(browser.find("[id='form:name']").getDomProperty("value")).isEqualTo("Sales");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.type("[id='form:id']", id).type("[id='form:name']", " ").click("[id='form:save']");
        browser.untilText("Give it a name");
        add("role", "First", id);
        browser.visit("role").type("[id='form:name']", "Second").type("[id='form:id']", id);
        browser.click("[id='form:save']").untilText("There is one with this id already");
    }

    @Test
    void whoSawAnOlderVersionIsToldAndNothingIsStored() {
        add("license", "X6", id);
        browser.visit("license?id=" + id);
        try (Browser colleague = Browser.open(SharedRoster.DERBY.server())) {
            colleague.visit("people").signIn();
            colleague
                    .visit("license?id=" + id)
                    .type("[id='form:name']", "Theirs")
                    .click("[id='form:save']")
                    .untilPage(".*/licenses");
        }
        browser.type("[id='form:name']", "Mine").click("[id='form:save']").untilText("Somebody else has changed it");
        assertThat(okta.get("/Licenses/" + id).at("/displayName")).isEqualTo("Theirs");
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,1440", "light,360", "dark,360"})
    void axeFindsNothingAndNothingScrollsSideways(String scheme, int width) {
        String name = "Fernsprechnebenstellenanlagenverwaltungsberechtigte ผู้ดูแลระบบโทรศัพท์ " + id;
        add("role", name, id);
        browser.scheme(scheme).width(width);
        for (String page : new String[] {"roles", "role", "role?id=" + id, "licenses", "license"}) {
            browser.visit(page).find("h1");
            assertThat(browser.accessibilityFaults()).as(page).isEmpty();
            assertThat(browser.isWiderThanItsWindow()).as(page).isFalse();
            browser.screenshot(page.replaceFirst("\\?.*", "-one") + "-" + scheme + "-" + width);
        }
    }

    @Test
    void oneThatSomebodyHasIsKept() {
        add("license", "X6 seat", id);
        okta.post("/Users", Samples.user(Names.unique("seat"), "\"entitlements\":[{\"value\":\"%s\"}]".formatted(id)))
                .is(201);
        browser.visit("license?id=" + id).untilText("Given by Okta");
        browser.untilText("One active person has this licence.");
        assertThat(browser.all("[id='removal:delete']")).isEmpty();
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    private void add(String page, String name, String newId) {
        browser.visit(page)
                .type("[id='form:name']", name)
                .type("[id='form:id']", newId)
                .type("[id='form:description']", "Sets up phones\nand answers for them")
                .click("[id='form:save']")
                .untilPage(".*/admin/" + page + "s");
    }
}
