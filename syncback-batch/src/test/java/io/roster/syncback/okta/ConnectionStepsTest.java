package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.ConnectionTest.Subject;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.SigningKey;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each step of the test of a connection finds. */
class ConnectionStepsTest {

    private static final SigningKey KEY = SigningKey.generate("key-1");
    private static final String USERS = "GET /api/v1/users?limit=1";
    private static final String ADA = "/api/v1/users/00uAda";
    private static final String TOKEN = "POST /oauth2/v1/token";
    private static final String SCHEMA = "/api/v1/meta/schemas/user/default";
    private static final String USER =
            "{\"id\":\"00uAda\",\"status\":\"ACTIVE\",\"profile\":{\"primaryPhone\":\"+14155550137\"}}";

    private final OktaStub okta = new OktaStub();
    private OktaConnection connection = new OktaConnection(okta.url(), new ApiToken("00secret"));
    private OktaAttributes attributes = new OktaAttributes("telephonyExtension", "primaryPhone");

    @AfterEach
    void close() {
        okta.close();
    }

    private StepOutcome run(Step step) {
        return run(step, " ");
    }

    private StepOutcome run(Step step, String login) {
        return new ConnectionSteps(new OktaClients()).run(step, connection, new Subject(attributes, login, null));
    }

    private void schema(String master) {
        okta.when(
                "GET " + SCHEMA,
                200,
                "{\"definitions\":{\"base\":{\"properties\":{\"primaryPhone\":{\"type\":\"string\",\"master\":{\"type\":\""
                        + master + "\"}}}}}}");
    }

    private static String error(String code) {
        return "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"What Okta says\"}";
    }

    private void serviceApp() {
        connection = new OktaConnection(okta.url(), new ServiceApp("0oaRoster", KEY));
    }

    @Test
    void oktaIsReachedWithoutAnyCredential() {
        okta.when(USERS, 401, error("E0000011"));
        assertThat(run(Step.REACH).finding()).isEqualTo(Finding.REACHED);
        assertThat(okta.requests.get(0).header("Authorization")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200, [], NOT_OKTA",
        "404, <html>Not found</html>, NOT_OKTA",
        "502, Bad gateway, NOT_OKTA",
        "302, '', ELSEWHERE",
        "0, '', CUT",
    })
    void whatElseAnswersIsToldFromOkta(int status, String body, Finding expected) {
        okta.when(USERS, status, Map.of("Location", "https://login.example"), body);
        assertThat(run(Step.REACH).finding()).isEqualTo(expected);
    }

    @Test
    void noHostAndNoServerAreToldApart() {
        okta.close();
        assertThat(run(Step.REACH).finding()).isEqualTo(Finding.NO_CONNECTION);
        connection = new OktaConnection(URI.create("http://nowhere.invalid"), connection.credentials());
        assertThat(run(Step.REACH).finding()).isEqualTo(Finding.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "200, [], SIGNED_IN",
        "403, E0000006, SIGNED_IN",
        "401, E0000011, BAD_TOKEN",
        "429, E0000047, RATE_LIMITED",
        "500, E0000009, REFUSED",
    })
    void anApiTokenSignsInOrNot(int status, String code, Finding expected) {
        okta.when(USERS, status, status == 200 ? code : error(code));
        StepOutcome outcome = run(Step.SIGN_IN);
        assertThat(outcome.finding()).isEqualTo(expected);
        assertThat(outcome.toString()).doesNotContain("00secret");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, BAD_CLIENT",
        "invalid_dpop_proof, DPOP",
        "E0000005, REFUSED",
    })
    void aServiceAppIsToldWhatOktaMinds(String error, Finding expected) {
        serviceApp();
        okta.when(TOKEN, 400, "{\"error\":\"" + error + "\",\"error_description\":\"What Okta says\"}");
        StepOutcome outcome = run(Step.SIGN_IN);
        assertThat(outcome.finding()).isEqualTo(expected);
        assertThat(outcome.values().get(0)).contains("What Okta says");
    }

    @Test
    void aServiceAppHasEveryScope() {
        serviceApp();
        okta.when(
                TOKEN,
                200,
                "{\"access_token\":\"a\",\"expires_in\":3600,\"scope\":\"okta.users.manage okta.users.read"
                        + " okta.schemas.read\"}");
        assertThat(run(Step.SIGN_IN).finding()).isEqualTo(Finding.SCOPES_GRANTED);
    }

    @Test
    void scopesThatAreMissingAreNamed() {
        serviceApp();
        okta.when(TOKEN, 400, "{\"error\":\"invalid_scope\",\"error_description\":\"Not granted\"}");
        StepOutcome outcome = run(Step.SIGN_IN);
        assertThat(outcome.finding()).isEqualTo(Finding.SCOPES_MISSING);
        assertThat(outcome.values()).containsExactly("okta.schemas.read, okta.users.manage, okta.users.read");
        assertThat(okta.requests).hasSize(4);
    }

    @Test
    void usersAreRead() {
        okta.when(USERS, 200, "[" + USER + "]").when("GET " + ADA, 200, USER);
        assertThat(run(Step.READ).finding()).isEqualTo(Finding.READ);
    }

    @Test
    void anEmptyOrgAndAForbiddenOneAreToldApart() {
        okta.when(USERS, 200, "[]").when(USERS, 403, error("E0000006"));
        assertThat(run(Step.READ).finding()).isEqualTo(Finding.NO_USERS);
        assertThat(run(Step.READ).finding()).isEqualTo(Finding.FORBIDDEN);
    }

    @Test
    void writingIsTriedWithTheValueThatIsThereAndAVersionThatIsNobodys() {
        okta.when(USERS, 200, "[" + USER + "]").when("GET " + ADA, 200, Map.of("ETag", "W/\"abc\""), USER);
        okta.when("POST " + ADA, 412, error("E0000002"));
        assertThat(run(Step.WRITE).finding()).isEqualTo(Finding.WRITABLE);
        OktaStub.Request write = okta.requests.get(2);
        assertThat(write.method()).isEqualTo("POST");
        assertThat(write.body()).isEqualTo("{\"profile\":{\"primaryPhone\":\"+14155550137\"}}");
        assertThat(write.header("If-Match")).isNotBlank().isNotEqualTo("W/\"abc\"");
    }

    @Test
    void whoMayNotWriteIsTold() {
        okta.when(USERS, 200, "[" + USER + "]").when("GET " + ADA, 200, USER);
        okta.when("POST " + ADA, 403, error("E0000006"));
        assertThat(run(Step.WRITE).finding()).isEqualTo(Finding.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"string\",\"maxLength\":20,\"master\":{\"type\":\"OKTA\"}} | ATTRIBUTE_FITS",
                "{\"type\":\"string\"} | ATTRIBUTE_FITS",
                "{\"type\":\"string\",\"master\":{\"type\":\"PROFILE_MASTER\"}} | ATTRIBUTE_MASTERED",
                "{\"type\":\"string\",\"master\":{\"type\":\"OVERRIDE\"}} | ATTRIBUTE_MASTERED",
                "{\"type\":\"integer\"} | ATTRIBUTE_TYPE",
                "{\"type\":\"string\",\"maxLength\":4} | ATTRIBUTE_SHORT",
                "{\"type\":\"string\",\"mutability\":\"READ_ONLY\"} | ATTRIBUTE_READ_ONLY",
                "{} | ATTRIBUTE_MISSING",
            })
    void anAttributeFitsOrNot(String definition, Finding expected) {
        okta.when(
                "GET " + SCHEMA,
                200,
                "{\"definitions\":{\"custom\":{\"properties\":{\"telephonyExtension\":" + definition + "}}}}");
        StepOutcome outcome = run(Step.EXTENSION);
        assertThat(outcome.finding()).isEqualTo(expected);
        assertThat(outcome.values().get(0)).isEqualTo("telephonyExtension");
        assertThat(outcome.isCreatable()).isEqualTo(expected == Finding.ATTRIBUTE_MISSING);
    }

    @Test
    void anAttributeMayBeOffOrOutOfSight() {
        okta.when("GET " + SCHEMA, 403, error("E0000006"));
        assertThat(run(Step.NUMBER).finding()).isEqualTo(Finding.SCHEMA_HIDDEN);
        attributes = new OktaAttributes("telephonyExtension", null);
        assertThat(run(Step.NUMBER).finding()).isEqualTo(Finding.ATTRIBUTE_OFF);
    }

    @ParameterizedTest
    @CsvSource({"OKTA, TRIED", "PROFILE_MASTER, TRIED_MASTERED"})
    void aUserWhoIsNamedIsSentTheValueThatIsThereUnderItsVersion(String master, Finding expected) {
        schema(master);
        okta.when("GET /api/v1/users/ada@acme.example", 200, Map.of("ETag", "W/\"abc\""), USER);
        okta.when("POST " + ADA, 200, USER);
        StepOutcome outcome = run(Step.NUMBER, " ada@acme.example ");
        assertThat(outcome.finding()).isEqualTo(expected);
        assertThat(outcome.values()).startsWith("primaryPhone", "ada@acme.example");
        OktaStub.Request write = okta.requests.get(2);
        assertThat(write.body()).isEqualTo("{\"profile\":{\"primaryPhone\":\"+14155550137\"}}");
        assertThat(write.header("If-Match")).isEqualTo("W/\"abc\"");
    }

    @ParameterizedTest
    @CsvSource({
        "403, E0000006, FORBIDDEN",
        "403, E0000023, TRIAL_MASTERED",
        "403, E0000038, TRIAL_INACTIVE",
        "403, E0000075, TRIAL_MAPPED",
        "405, E0000076, TRIAL_MASTERED",
        "403, E0000077, TRIAL_READ_ONLY",
        "403, E0000078, TRIAL_READ_ONLY",
        "412, E0000231, REFUSED",
    })
    void whatOktaMindsOfAUserOrAnAttributeShowsBeforeTheFirstWrite(int status, String code, Finding expected) {
        schema("OKTA");
        okta.when("GET " + ADA, 200, Map.of("ETag", "W/\"abc\""), USER).when("POST " + ADA, status, error(code));
        StepOutcome outcome = run(Step.NUMBER, "00uAda");
        assertThat(outcome.finding()).isEqualTo(expected);
        assertThat(String.join(" ", outcome.values())).contains("What Okta says");
    }

    @Test
    void nobodyIsWrittenToWhereOktaKnowsNoSuchUser() {
        schema("OKTA");
        assertThat(run(Step.NUMBER, "nobody").finding()).isEqualTo(Finding.TRIAL_NOBODY);
        assertThat(run(Step.NUMBER, "me").finding()).isEqualTo(Finding.TRIAL_NOBODY);
        assertThat(okta.requests).noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void anAttributeIsAdded() {
        okta.when("POST " + SCHEMA, 200, "{\"definitions\":{}}");
        ConnectionSteps steps = new ConnectionSteps(new OktaClients());
        assertThat(steps.create(connection, "telephonyExtension", "Telephony extension", Step.EXTENSION)
                        .finding())
                .isEqualTo(Finding.ATTRIBUTE_ADDED);
        assertThat(okta.requests.get(0).body()).contains("\"telephonyExtension\":{\"title\":\"Telephony extension\"");
    }

    @ParameterizedTest
    @CsvSource({"400, E0000001, ATTRIBUTE_REFUSED", "403, E0000006, FORBIDDEN"})
    void anAttributeIsNotAdded(int status, String code, Finding expected) {
        okta.when("POST " + SCHEMA, status, error(code));
        assertThat(new ConnectionSteps(new OktaClients())
                        .create(connection, "x", "X", Step.EXTENSION)
                        .finding())
                .isEqualTo(expected);
    }
}
