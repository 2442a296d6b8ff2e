package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of the import in the browser: what is saved, refused, mapped, and tried on somebody of a simulated org. */
class ImportSettingsPageIT {
    private static final String TOKEN = "00ImportSettingsItTokenWithFortyTwoChars01";
    private static final String APP = "0oa1simulatedApp0h7";

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final Browser browser = Browser.open(roster);
    private OktaOrg org;
    private OktaApi okta;
    private String login;

    @BeforeEach
    void open() throws IOException {
        org = OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
        org.hire(2);
        login = org.people().get(0).userName();
        okta = OktaApi.of(org).token(TOKEN).start(0);
        ConsoleSession.signedIn(roster)
                .submit(
                        "sync-back-settings",
                        "form",
                        Map.of("url", okta.base().toString(), "authentication", "API_TOKEN", "token", TOKEN),
                        "saveConnection");
        browser.visit("import-settings").signIn();
        browser.visit("import-settings");
    }

    @AfterEach
    void close() throws IOException {
        ConsoleSession.signedIn(roster)
                .submit(
                        "import-settings",
                        "schedule",
                        Map.of("appId", "", "fullCron", "0 2 * * *", "incrementalCron", "0 * * * *", "zone", "UTC"),
                        "save");
        browser.close();
        okta.close();
        org.close();
    }

    @Test
    void sectionsAreSavedByThemselvesOrSayWhatIsWrong() {
        assertThat(browser.text()).contains("Switched off; it would come next:");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("import-settings").scheme("dark").screenshot("import-settings-dark");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.scheme("light").width(360).screenshot("import-settings-360");
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440);

        browser.type("[id='schedule:fullCron']", "61 * * * *").click("[id='schedule:save']");
        browser.untilText("is no UNIX cron expression of five fields");
        browser.screenshot("import-settings-refused");
        browser.type("[id='schedule:fullCron']", "* * * * *").click("[id='schedule:save']");
        browser.untilText("The full import would come more often");
        browser.type("[id='schedule:fullCron']", "30 3 * * 0").type("[id='schedule:appId']", APP);
        browser.type("[id='schedule:zone']", "Europe/Berlin").click("[id='schedule:save']");
        browser.untilText("The app and the schedule are saved.").untilText("by admin");

        browser.type("[id='safeguards:appThreshold']", "0").click("[id='safeguards:save']");
        browser.untilText("Enter a whole number from 1 to 100");
        browser.type("[id='safeguards:appThreshold']", "20").click("[id='safeguards:save']");
        browser.untilText("Nothing differs from what was saved.");
        browser.click("[id='matching:save']").untilText("Nothing differs from what was saved.");
        assertThat(browser.find(".timeline li").getText())
                .contains("Changed", "by admin", "Full import", "0 2 * * *", "30 3 * * 0", "Europe/Berlin", APP)
                .doesNotContain("Incremental");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.visit("import-settings#history")
                .screenshot("import-settings-history")
                .scheme("dark")
                .screenshot("import-settings-history-dark");
        browser.scheme("light").width(360).screenshot("import-settings-history-360");
        assertThat(browser.isWiderThanItsWindow()).isFalse();
    }

    @Test
    void theUsernameIsTriedAsItIsTyped() {
        browser.type("[id='username:login']", login).click("[id='username:try']");
        browser.untilText("With " + login + " it would be:").untilText("The app is not assigned to " + login);
        browser.untilText("The username format yields no userName");
        browser.click("input[value=EXPRESSION]");
        browser.type(
                "[id='username:userNameExpression']", "String.toUpperCase(String.substringBefore(user.login, \"@\"))");
        browser.untilText(login.substring(0, login.indexOf('@')).toUpperCase(Locale.ROOT));
        browser.screenshot("import-settings-tried");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.type("[id='username:login']", "nobody@nowhere.example").click("[id='username:try']");
        browser.untilText("Okta has no user nobody@nowhere.example");
        browser.type("[id='username:userNameExpression']", "user.").click("[id='username:save']");
        browser.untilText("The expression ends too early (character 5).");
    }

    @Test
    void mappingsAreAddedTriedMovedAndRemoved() {
        browser.visit("import-mapping").type("[id='form:attrPath']", "userName");
        browser.type("[id='form:expression']", "user.login").click("[id='form:save']");
        browser.untilText("userName cannot be mapped");
        browser.type("[id='form:attrPath']", "nickName").type("[id='form:login']", login);
        browser.type("[id='form:expression']", "user.firstName + 1 -");
        browser.untilText("cannot stand here");
        browser.type("[id='form:expression']", "\"Nick \" + user.firstName");
        browser.untilText(
                "Nick " + org.people().get(0).profile().getJsonObject("name").getString("givenName"));
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("import-mapping").scheme("dark").screenshot("import-mapping-dark");
        browser.scheme("light").width(360).screenshot("import-mapping-360");
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440).click("[id='form:save']").untilText("The mapping of nickName is saved.");

        assertThat(browser.visit("import-settings").find(".timeline li").getText())
                .contains("Mapping of nickName", "user.firstName", "Create and update");
        browser.click("[title='Move nickName up']").untilText("The mapping of nickName was moved.");
        browser.click("[title='Remove the mapping of nickName']").click(".ui-confirmdialog-yes");
        browser.untilText("The mapping of nickName was removed.");
        assertThat(browser.all("[title='Move nickName up']")).isEmpty();
    }
}
