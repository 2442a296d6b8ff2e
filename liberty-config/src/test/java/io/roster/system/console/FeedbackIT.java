package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.SharedRoster;
import org.junit.jupiter.api.Test;

/** What was done is said on the page that somebody looks at next, whatever pages ask for by themselves meanwhile. */
class FeedbackIT {
    private static final String DONE = "What is released from now on";

    @Test
    void whatAScriptAsksForDoesNotTakeAMessageAway() {
        try (Browser browser = Browser.open(SharedRoster.DERBY.server())) {
            browser.visit("numbers").signIn().find("[id='rest:save']");

            browser.post("rest", "rest:save");
            assertThat(browser.fetch("numbers")).contains("rest:save").doesNotContain(DONE);
            assertThat(browser.visit("numbers").text()).contains(DONE);

            assertThat(browser.visit("numbers").text()).doesNotContain(DONE);
        }
    }
}
