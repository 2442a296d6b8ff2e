package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** One person's page says who it is, what Okta owns, and what was done and refused. */
class PersonPageIT {
    private final ScimClient okta = SharedRoster.DERBY.client().with("X-Okta-Request-Id", "reqPersonPage1");
    private final Browser browser = Browser.open(SharedRoster.DERBY.server());
    private final String userName = Names.unique("page");
    private String id;

    @BeforeEach
    void aPersonWithAHistory() {
        id = okta.post("/Users", Samples.user(userName, "\"title\":\"Engineer\""))
                .is(201)
                .id();
        okta.patch("/Users/" + id, "{\"op\":\"replace\",\"value\":{\"title\":\"Countess\",\"active\":false}}")
                .is(200);
        okta.patch("/Users/" + id, "{\"op\":\"remove\",\"path\":\"userName\"}").is(400);
        browser.visit("person?id=" + id).signIn().untilPage(".*/person.*");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void tellsWhoItIsAndWhatHappened() {
        assertThat(browser.find("header.title").getText()).contains("Deactivated");
        assertThat(browser.find("#identity-title + p").getText()).contains("Managed in Okta");
        assertThat(browser.find(".fields").getText()).contains(userName, "Countess", id);
        String timeline = browser.find(".timeline").getText();
        assertThat(timeline).contains("Refused (400)", "reqPersonPage1");
        assertThat(timeline).containsPattern(Pattern.compile("title\\s+Engineer\\s+Countess"));
        assertThat(timeline.indexOf("Refused")).isLessThan(timeline.indexOf("Deactivated"));
        assertThat(timeline.indexOf("Deactivated")).isLessThan(timeline.indexOf("Created"));
    }

    @Test
    void showsTheDocumentThatAClientReads() {
        browser.click("section[aria-labelledby=document-title] summary");
        assertThat(browser.find("pre").getText()).contains("\"id\": \"" + id + "\"", "\"lastModified\"");
    }

    @Test
    void manyEventsArePaged() {
        for (int i = 0; i < 20; i++) {
            okta.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Title " + i + "\"}")
                    .is(200);
        }
        browser.visit("person?id=" + id);
        assertThat(browser.all(".timeline > li")).hasSize(20);
        browser.click("[href*='before=']").untilText("Created");
        assertThat(browser.all(".timeline > li")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,360"})
    void axeFindsNothing(String scheme, int width) {
        browser.scheme(scheme).width(width).visit("person?id=" + id);
        browser.all("summary").forEach(WebElement::click);
        assertThat(browser.accessibilityFaults()).isEmpty();
        assertThat(browser.isWiderThanItsWindow()).isFalse();
    }

    @Test
    void nobodyOfThatIdIsNotFound() {
        browser.visit("person?id=00000000-0000-7000-8000-000000000000").untilText("Not found");
        assertThat(browser.accessibilityFaults()).isEmpty();
        assertThat(browser.text()).doesNotContain("Exception", "jakarta.");
    }
}
