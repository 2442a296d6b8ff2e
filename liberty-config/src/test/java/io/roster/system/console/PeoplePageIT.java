package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** The list of people: found, ordered and paged by its address. */
class PeoplePageIT {
    private static final int PAGE = 50;

    private final ScimClient okta = SharedRoster.DERBY.client();
    private final Browser browser = Browser.open(SharedRoster.DERBY.server());
    private final String prefix = Names.unique("list");

    @BeforeEach
    void signIn() {
        browser.visit("people").signIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void pagesFollowEachOtherAndBackGoesBack() {
        for (int i = 0; i < PAGE + 3; i++) {
            add("%02d".formatted(i), true);
        }
        browser.visit("people?q=" + prefix);
        assertThat(names()).hasSize(PAGE).startsWith(prefix + "00");
        assertThat(browser.find("h1").getText()).endsWith("53");
        browser.click("a[rel=next]").untilPage(".*q=.*&page=2");
        assertThat(names()).containsExactly(prefix + "50", prefix + "51", prefix + "52");
        browser.back().untilPage(".*people\\?q=[^&]*$");
        assertThat(names()).hasSize(PAGE);
    }

    @Test
    void aColumnOrdersTheListAndTurnsItRound() {
        add("a", true);
        add("b", true);
        browser.visit("people?q=" + prefix).click("th:nth-child(3) a").untilPage(".*sort=user-name.*");
        assertThat(names()).containsExactly(prefix + "a", prefix + "b");
        assertThat(browser.find("th:nth-child(3)").getDomAttribute("aria-sort")).isEqualTo("ascending");
        browser.click("th:nth-child(3) a").untilPage(".*sort=-user-name.*");
        assertThat(names()).containsExactly(prefix + "b", prefix + "a");
    }

    @Test
    void whatIsTypedIsFoundUnderAnAddressThatCanBeSent() {
        add("active", true);
        add("gone", false);
        browser.visit("people").type(".filters input[type=search]", prefix).untilPage(".*q=" + prefix + ".*");
        browser.click("select[name=state] option[value=deactivated]").untilPage(".*state=deactivated.*");
        String address = browser.address();
        assertThat(names()).containsExactly(prefix + "gone");
        assertThat(browser.find("tr.inactive").getText()).contains("Deactivated");
        browser.visit("people").visit(address.replaceFirst(".*/admin/", ""));
        assertThat(names()).containsExactly(prefix + "gone");
    }

    @Test
    void somebodyIsFoundFromAnywhere() {
        add("", true);
        browser.visit("tokens").type(".bar input[type=search]", prefix + "\n").untilPage(".*people\\?q=.*");
        assertThat(names()).containsExactly(prefix);
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,1440", "light,360", "dark,360"})
    void axeFindsNothingAndNothingScrollsSideways(String scheme, int width) {
        add("-Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsanstalt", false);
        browser.scheme(scheme).width(width);
        for (String query : List.of(prefix, "nobody-" + prefix)) {
            browser.visit("people?q=" + query).find("h1");
            assertThat(browser.accessibilityFaults()).isEmpty();
            assertThat(browser.isWiderThanItsWindow()).isFalse();
        }
    }

    private void add(String ending, boolean active) {
        okta.post("/Users", Samples.user(prefix + ending, "\"active\":" + active))
                .is(201);
    }

    private List<String> names() {
        browser.find("tbody tr");
        return browser.all("tbody th a").stream().map(WebElement::getText).toList();
    }
}
