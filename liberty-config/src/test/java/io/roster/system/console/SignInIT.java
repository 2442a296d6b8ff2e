package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the console, and how. */
class SignInIT {
    private final Browser browser = Browser.open(SharedRoster.DERBY.server());

    @BeforeEach
    void strangers() {
        browser.visit("sign-in");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people",
                "tokens",
                "new-token",
                "person?id=1",
                "roles",
                "role",
                "licenses",
                "license?id=x",
                "attributes",
                "attribute"
            })
    void everyPageAsksForSignIn(String page) {
        browser.visit(page).untilPage(".*/sign-in.*");
        assertThat(browser.all("table")).isEmpty();
    }

    @Test
    void whoSignsInComesToThePageThatWasAskedFor() {
        browser.visit("tokens").untilPage(".*/sign-in.*").signIn("admin", RunningRoster.ADMIN_PASSWORD);
        browser.untilPage(".*/admin/tokens.*");
        assertThat(browser.find("h1").getText()).startsWith("API tokens");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"admin,wrong", "nobody,correct-horse-battery-staple", "' or 1=1 --,x"})
    void aWrongPasswordIsRefusedWithoutSayingWhichWasWrong(String user, String password) {
        browser.signIn(user, password);
        assertThat(browser.find("[role=alert]").getText()).isNotBlank().doesNotContain("exist", "unknown");
        browser.visit("people").untilPage(".*/sign-in.*");
    }

    @Test
    void whoSignsOutIsSignedOutHereAndCanSignInAtOnce() {
        browser.signIn();
        try (Browser other = Browser.open(SharedRoster.DERBY.server())) {
            other.visit("sign-in").signIn("admin", RunningRoster.ADMIN_PASSWORD).untilPage(".*/admin/people.*");
            other.click(".account")
                    .click("#account [action$='sign-out'] button")
                    .untilPage(".*/sign-in.*");
            other.back();
            other.visit("people").untilPage(".*/sign-in.*").signIn("admin", RunningRoster.ADMIN_PASSWORD);
            other.untilPage(".*/admin/people.*");
        }
        browser.visit("tokens").untilText("New API token");
    }

    @Test
    void oneSignInIsGoodAtEachServerOfTheDatabase() {
        var first = SharedRoster.POSTGRESQL.server();
        var second = SharedRoster.second();
        try (Browser one = Browser.open(first);
                Browser other = Browser.open(second)) {
            one.visit("people").signIn();
            other.visit("sign-in").takeLogin(one).visit("tokens").untilText("New API token");
        }
    }

    @ParameterizedTest
    @CsvSource({"sign-in,light", "sign-in,dark", "people,light", "people,dark", "tokens,light", "new-token,dark"})
    void axeFindsNothing(String page, String scheme) {
        browser.scheme(scheme);
        if (!page.equals("sign-in")) {
            browser.signIn();
        }
        browser.visit(page).find("h1");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.width(360);
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot(page + "-" + scheme);
    }
}
