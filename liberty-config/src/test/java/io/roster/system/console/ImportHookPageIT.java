package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.SharedRoster;
import org.junit.jupiter.api.Test;

/** The page of the import inline hook: what to paste into Okta, and what Roster answers. */
class ImportHookPageIT {
    @Test
    void whatToPasteAndWhatIsAnswered() {
        try (Browser browser = Browser.open(SharedRoster.DERBY.server())) {
            browser.visit("tokens").signIn().visit("tokens");
            browser.click("a[href='import-hook']").untilText("/hooks/okta/import");
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.screenshot("import-hook-light");
            browser.click("[id='form:save']").untilText("Nothing was changed");
            browser.click("[id='form:corrects']").click("[id='form:save']").untilText("The answers are saved");
            browser.click("[id='form:corrects']").click("[id='form:save']").untilText("The answers are saved");
            browser.scheme("dark").visit("import-hook").untilText("/hooks/okta/import");
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.screenshot("import-hook-dark").width(360);
            assertThat(browser.isWiderThanItsWindow()).isFalse();
            browser.screenshot("import-hook-phone").width(1440);
            browser.click("a[href='new-token?for=hook']").untilText("Import inline hook");
            assertThat(browser.find("[id='form:scope'] input:checked").getAttribute("value"))
                    .isEqualTo("HOOK");
        }
    }
}
