package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.SharedRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Language and colours are chosen before signing in and stay chosen. */
class PreferencesIT {
    private final Browser browser = Browser.open(SharedRoster.DERBY.server());

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void germanStaysGermanOnEveryPage() {
        browser.visit("sign-in").click("button[value=de]").untilText("Bei Roster anmelden");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.signIn().untilText("Personen");
        for (String page : new String[] {"people", "tokens", "new-token"}) {
            browser.visit(page).find("h1");
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
        assertThat(browser.text()).contains("Neues API-Token").doesNotContain("New API token");
        browser.click(".account").click("button[value=en]").untilText("New API token");
    }

    @Test
    void darkStaysDarkWhateverTheSystemPrefers() {
        browser.scheme("light").visit("sign-in");
        String light = browser.find("body").getCssValue("background-color");
        browser.click("button[value=dark]");
        String dark = browser.find("body").getCssValue("background-color");
        assertThat(dark).isNotEqualTo(light);
        browser.signIn();
        assertThat(browser.find("body").getCssValue("background-color")).isEqualTo(dark);
    }

    @Test
    void signingOutEndsIt() {
        browser.visit("people").signIn();
        browser.click(".account").click("#account [type=submit]").untilPage(".*/sign-in");
        browser.visit("people").untilPage(".*/sign-in.*");
    }
}
