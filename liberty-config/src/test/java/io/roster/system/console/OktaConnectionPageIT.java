package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of sync-back in the browser, against a simulated org. On PostgreSQL, whose tables can be looked into. */
class OktaConnectionPageIT {
    private static final String TOKEN = "00PageItTokenThatNobodyMaySee0123456789WXYZ";

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final Browser browser = Browser.open(roster);
    private OktaOrg org;
    private OktaApi okta;

    @BeforeEach
    void open() throws IOException {
        org = OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
        org.hire(3);
        okta = OktaApi.of(org).token(TOKEN).start(0);
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
        assertThat(okta.writes().count()).isZero();
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click("[data-create=EXTENSION]").untilText("telephonyExtension was added");
        test();
        assertThat(step("EXTENSION")).contains("telephonyExtension is there");
        browser.screenshot("okta-connection-tested");
        browser.visit("sync-back-settings");
        assertThat(browser.find("[id='form:url']").getDomProperty("value"))
                .isNotEqualTo(okta.base().toString());
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
        browser.visit("sync-back-settings").untilText("••••WXYZ");
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
        browser.type("[id='form:clientId']", "0oaRosterPageIt").click("[id='form:saveConnection']");
        browser.untilText("In use");
        String jwks = browser.find("[id='form:key'] .paste code").getText();
        assertThat(jwks).endsWith("/scim/jwks.json");
        assertThat(keys()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":");
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

    private String keys() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(roster.uri("/scim/jwks.json")).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
