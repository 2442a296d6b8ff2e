package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.Restrictions;
import io.roster.okta.simulator.oauth.Jwks;
import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of sync-back in the browser, against a simulated org. On PostgreSQL, whose tables can be looked into. */
class OktaConnectionPageIT {
    private static final String CLIENT = "0oaRosterPageIt";
    private static final Set<String> SCOPES = Set.of("okta.users.read", "okta.users.manage", "okta.schemas.read");
    private static final String TOKEN = "00PageItTokenThatNobodyMaySee0123456789WXYZ";

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final Browser browser = Browser.open(roster);
    private OktaOrg org;
    private OktaApi okta;

    @BeforeEach
    void open() throws IOException {
        org = OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
        org.hire(3);
        okta = OktaApi.of(org)
                .token(TOKEN)
                .serviceApp(CLIENT, Jwks.at(roster.uri("/scim/jwks.json")), SCOPES)
                .start(0);
        browser.visit("sync-back-settings").signIn();
        browser.visit("sync-back-settings");
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        okta.close();
        org.close();
    }

    private void type(String url, String token) {
        browser.type("[id='form:url']", url);
        browser.click("input[value=API_TOKEN]").type("[id='form:token']", token);
    }

    private String step(String step) {
        return browser.find("[data-step=" + step + "]").getText();
    }

    private Browser test() {
        browser.click("[data-test]").untilText("The test has ended.");
        return browser;
    }

    @Test
    void whatIsTypedIsTestedBeforeItIsSavedAndTheAttributeIsAdded() {
        Tables.ofShared().change("update import_settings set app_id = null");
        type("http://localhost:1", TOKEN);
        test();
        assertThat(step("REACH")).contains("The host refuses the connection");
        assertThat(step("SIGN_IN")).isEqualTo("May sign in");

        type(okta.base().toString(), "00AnotherTokenThatOktaDoesNotKnow");
        test();
        assertThat(step("REACH")).contains("Okta answers at " + okta.base());
        assertThat(step("SIGN_IN")).contains("Okta does not know this API token");

        type(okta.base().toString(), TOKEN);
        test();
        assertThat(step("WRITE")).contains("Users can be written. Nothing was changed.");
        assertThat(step("NUMBER")).contains("primaryPhone is there");
        assertThat(step("EXTENSION")).contains("has no attribute telephonyExtension");
        assertThat(step("IMPORT")).contains("No app is chosen for the import");
        assertThat(okta.writes().count()).isZero();
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click("[data-create=EXTENSION]").untilText("telephonyExtension was added");
        Tables.ofShared().change("update import_settings set app_id = '0oa1simulatedApp0h7'");
        test();
        assertThat(step("EXTENSION")).contains("telephonyExtension is there");
        assertThat(step("IMPORT")).contains("The users of the app 0oa1simulatedApp0h7, its groups");
        browser.screenshot("okta-connection-tested");
        tryWithAUser();
        browser.visit("sync-back-settings");
        assertThat(browser.find("[id='form:url']").getDomProperty("value"))
                .isNotEqualTo(okta.base().toString());
    }

    private void tryWithAUser() {
        browser.type("[id='form:trial']", "nobody@acme.example");
        test();
        assertThat(step("NUMBER")).contains("Okta has no user nobody@acme.example");
        String login = org.people().get(0).userName();
        okta.restrictions().attribute(Restrictions.EVERYBODY, "telephonyExtension", Restrictions.Reason.READ_ONLY);
        browser.type("[id='form:trial']", login);
        test();
        assertThat(step("NUMBER")).contains("Okta took back the value of primaryPhone that " + login + " has");
        assertThat(step("EXTENSION"))
                .contains("telephonyExtension cannot be written for " + login + ": it is read-only");
        assertThat(okta.writes().of(org.people().get(0).oktaId()))
                .hasSize(1)
                .allSatisfy(write -> assertThat(write.changed()).isEmpty());
        browser.screenshot("okta-connection-trial");
    }

    @Test
    void whatSomebodyElseHasSavedIsNotOverwritten() {
        type(okta.base().toString(), TOKEN);
        browser.click("[id='form:saveConnection']").untilText("Saved. Test the connection below.");
        ConsoleSession.signedIn(roster)
                .submit(
                        "sync-back-settings",
                        "form",
                        Map.of("url", okta.base().toString(), "authentication", "API_TOKEN", "token", TOKEN + "2"),
                        "saveConnection");
        browser.type("[id='form:url']", "https://acme.okta.com").click("[id='form:saveConnection']");
        browser.untilText("Somebody else has saved this section since you loaded the page");
        browser.screenshot("okta-connection-meanwhile");
        browser.visit("sync-back-settings").untilText("••••XYZ2");
        assertThat(browser.find("[id='form:url']").getDomProperty("value"))
                .isEqualTo(okta.base().toString());
    }

    @Test
    void whatIsSavedIsMaskedAndNowhereToBeRead() {
        type("https://acme_test.okta.com", TOKEN);
        browser.click("[id='form:saveConnection']").untilText("A host name has no underscore");
        type(okta.base().toString(), TOKEN);
        browser.click("[id='form:saveConnection']").untilText("Saved. Test the connection below.");
        browser.untilText("••••WXYZ").untilText("by admin");
        test();
        assertThat(step("SIGN_IN")).contains("Okta accepts the API token");
        browser.visit("sync-back-settings").untilText("••••WXYZ").untilText("last used");
        assertThat(browser.source()).doesNotContain(TOKEN);
        assertThat(Tables.ofShared().thatContain(TOKEN)).isEmpty();
        // sessions are stored as bytes, which the database shows in hexadecimal
        String bytes = HexFormat.of().formatHex(TOKEN.getBytes(StandardCharsets.US_ASCII));
        assertThat(Tables.ofShared().thatContain(bytes)).isEmpty();
        assertThat(roster.log()).doesNotContain(TOKEN);

        browser.type("[id='form:number']", "login").click("[id='form:saveAttributes']");
        browser.untilText("Roster does not write this attribute");
        browser.type("[id='form:number']", "primaryPhone").click("[id='form:saveAttributes']");
        browser.untilText("What is written from now on goes to these attributes");

        browser.click("[id='form:forget']").click(".ui-confirmdialog-yes").untilText("was removed from Roster");
        assertThat(browser.text()).doesNotContain("WXYZ");
    }

    @Test
    void aKeyIsMadeServedAndRenewed() {
        browser.type("[id='form:url']", okta.base().toString()).click("input[value=SERVICE_APP]");
        browser.screenshot("okta-connection-app-steps");
        browser.type("[id='form:clientId']", "0oaNobodyKnows").click("[id='form:saveConnection']");
        browser.untilText("In use");
        browser.click("[id='form:makeKey']").untilText("Next");
        browser.click("[id='form:useKey']").click(".ui-confirmdialog-yes").untilText("The key in use stays in use.");
        browser.type("[id='form:clientId']", CLIENT)
                .click("[id='form:saveConnection']")
                .untilText("Saved. Test");
        test();
        assertThat(browser.all("[id='form:connection'] .for-service-app details[open]"))
                .isEmpty();
        assertThat(step("SIGN_IN")).contains("Okta gave an access token for okta.schemas.read, okta.users.manage");
        assertThat(step("WRITE")).contains("Users can be written.");
        String jwks = browser.find("[id='form:key'] .paste code").getText();
        assertThat(jwks).endsWith("/scim/jwks.json");
        assertThat(keys()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":");
        keysHaveAVersionThatChangesWithThem();
        browser.click("[id='form:makeKey']").untilText("Next");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click("[id='form:useKey']").click(".ui-confirmdialog-yes").untilText("Retired");
        assertThat(keys().split("\"kid\"")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Tables.ofShared().thatContain("\"d\":")).isEmpty();
        browser.screenshot("okta-connection-keys");
        browser.scheme("dark").width(360).screenshot("okta-connection-phone");
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    private void keysHaveAVersionThatChangesWithThem() {
        HttpResponse<String> first = ask("\"none\"");
        String version = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        HttpResponse<String> again = ask(version);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).contains(version);
        // from the top: what is scrolled to from below stands under the bar
        browser.visit("sync-back-settings").click("[id='form:makeKey']").untilText("A key was made");
        assertThat(ask(version).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(version);
    }

    private String keys() {
        return ask("\"none\"").body();
    }

    private HttpResponse<String> ask(String known) {
        try {
            HttpRequest request = HttpRequest.newBuilder(roster.uri("/scim/jwks.json"))
                    .header("If-None-Match", known)
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
