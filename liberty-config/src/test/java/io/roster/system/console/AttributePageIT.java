package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator's own attribute, from the page to the endpoint and back. */
class AttributePageIT {
    private static final String URN = "urn:roster:scim:schemas:extension:custom:2.0:User";

    private final RunningRoster roster = SharedRoster.DERBY.server();
    private final Browser browser = Browser.open(roster);
    private final String name = Names.unique("shirt").replace('.', '-');

    @BeforeEach
    void signIn() {
        browser.visit("attribute").signIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void make(String values) {
        browser.visit("attribute")
                .type("[id='form:name']", name)
                .type("[id='form:canonicalValues']", values)
                .type("[id='form:description']", "The size of the T-shirt, größer is größer")
                .click("[id='form:save']");
    }

    private void delete() {
        browser.visit("attributes")
                .click("[aria-label='Delete " + name + "']")
                .click(".ui-confirmdialog-yes")
                .untilText("“" + name + "” is");
    }

    @Test
    void anAttributeIsMadeServesIsChangedAndDeleted() {
        make("S\nM\nL");
        browser.untilText("The attribute “" + name + "” is ready");
        roster.client().post("/Users", user("XXL")).is(400);
        String id = roster.client().post("/Users", user("m")).is(201).id();

        delete();
        assertThat(browser.find(".messages .failure").getText()).contains("one person has");
        browser.click("a[href$='" + attributeId() + "']").untilText("External namespace");
        assertThat(browser.text()).contains(URN);
        browser.type("[id='form:canonicalValues']", "S\nXXL").click("[id='form:save']");
        browser.untilText("is saved");
        roster.client().post("/Users", user("M")).is(400);
        roster.client()
                .delete("/Users/"
                        + roster.client().post("/Users", user("xxl")).is(201).id())
                .is(204);

        roster.client().delete("/Users/" + id).is(204);
        delete();
        assertThat(browser.find(".messages .success").getText()).contains("is deleted");
        roster.client().post("/Users", user("S")).is(400);
    }

    private String attributeId() {
        return browser.all("th a").stream()
                .filter(link -> link.getText().equals(name))
                .map(link -> link.getDomAttribute("href").replaceAll(".*=", ""))
                .findFirst()
                .orElseThrow();
    }

    private String user(String value) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + Names.unique("ada")
                + "\",\"" + URN + "\":{\"" + name + "\":\"" + value + "\"}}";
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        browser.visit("attribute")
                .type("[id='form:name']", "userName")
                .click("[id='form:save']")
                .untilText("“userName” is taken");
        browser.type("[id='form:name']", "2nd").click("[id='form:save']").untilText("Begin the name with a letter");
        assertThat(browser.find("[id='form:name']").getDomAttribute("value")).isEqualTo("2nd");
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    @Test
    void twoWhoChangeItAtOnceLoseNothing() {
        make("S\nM");
        browser.untilText("is ready").visit("attribute?id=" + attributeId());
        try (Browser other = Browser.open(roster)) {
            other.visit("attributes").signIn();
            other.visit(browser.address().replaceAll(".*/admin/", ""))
                    .type("[id='form:description']", "Somebody else was here")
                    .click("[id='form:save']")
                    .untilText("is saved");
        }
        browser.type("[id='form:description']", "Mine")
                .click("[id='form:save']")
                .untilText("Nothing of yours was stored");
        delete();
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,1440", "light,360", "dark,360"})
    void axeFindsNothing(String scheme, int width) {
        make("S\nM\nL");
        browser.untilText("is ready").scheme(scheme).width(width);
        String id = attributeId();
        for (String page : new String[] {"attributes", "attribute", "attribute?id=" + id}) {
            browser.visit(page).find("h1");
            assertThat(browser.accessibilityFaults()).as(page).isEmpty();
            assertThat(browser.isWiderThanItsWindow()).as(page).isFalse();
            browser.screenshot(page.replaceAll("\\?.*", "-one") + "-" + scheme + "-" + width);
        }
        delete();
    }
}
