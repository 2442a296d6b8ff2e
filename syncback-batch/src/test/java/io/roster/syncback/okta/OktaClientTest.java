package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ApiToken;
import jakarta.json.JsonValue;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client over HTTP: what it sends, what it makes of answers, and what it does without one. */
class OktaClientTest {

    private static final String ADA = "/api/v1/users/00uAda";
    private static final String USER =
            "{\"id\":\"00uAda\",\"status\":\"ACTIVE\",\"profile\":{\"login\":\"ada@acme.example\","
                    + "\"primaryPhone\":\"+14155550137\"}}";
    private static final Map<String, String> HEADERS = Map.of(
            "ETag", "W/\"abc\"",
            "X-Rate-Limit-Limit", "600",
            "X-Rate-Limit-Remaining", "599",
            "X-Rate-Limit-Reset", "1763760060",
            "X-Okta-Request-Id", "reqX");

    private final OktaStub okta = new OktaStub();
    private final OktaClient client = client(okta.url());

    private static OktaClient client(URI url) {
        var connection = new OktaConnection(url, new ApiToken("00secret"));
        return new OktaClients().openAfresh(connection, Set.of(), Duration.ofMillis(700));
    }

    @AfterEach
    void close() {
        client.close();
        okta.close();
    }

    @Test
    void readsUserWithETagAndRateLimit() {
        okta.when("GET " + ADA, 200, HEADERS, USER);
        OktaAnswer<OktaUser> answer = client.user("00uAda");
        assertThat(answer.value().etag()).isEqualTo("W/\"abc\"");
        assertThat(answer.value().status()).isEqualTo("ACTIVE");
        assertThat(answer.value().text("primaryPhone")).contains("+14155550137");
        assertThat(answer.value().text("telephonyExtension")).isEmpty();
        assertThat(answer.requestId()).isEqualTo("reqX");
        RateLimit limit = answer.rateLimit().orElseThrow();
        assertThat(limit.limit()).isEqualTo(600);
        assertThat(limit.remaining()).isEqualTo(599);
        assertThat(limit.isConcurrency()).isFalse();
    }

    @Test
    void signsInAndSaysWhoItIs() {
        okta.when("GET " + ADA, 200, USER);
        client.user("00uAda");
        OktaStub.Request request = okta.requests.get(0);
        assertThat(request.header("Authorization")).isEqualTo("SSWS 00secret");
        assertThat(request.header("User-Agent")).matches("RosterOktaSync/\\d.*");
        assertThat(request.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void updatesOnlyWhatItIsGivenAndOnlyTheVersionItRead() {
        okta.when("POST " + ADA, 200, HEADERS, USER);
        client.update(
                "00uAda",
                "W/\"abc\"",
                OktaJson.BUILDERS
                        .createObjectBuilder()
                        .add("primaryPhone", "+14155550137")
                        .add("telephonyExtension", JsonValue.NULL)
                        .build());
        OktaStub.Request request = okta.requests.get(0);
        assertThat(request.header("If-Match")).isEqualTo("W/\"abc\"");
        assertThat(request.header("Content-Type")).startsWith("application/json");
        assertThat(request.body())
                .isEqualTo("{\"profile\":{\"primaryPhone\":\"+14155550137\",\"telephonyExtension\":null}}");
    }

    @Test
    void updatesWhateverVersionWhereThereWasNone() {
        okta.when("POST " + ADA, 200, USER);
        client.update("00uAda", "", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(okta.requests.get(0).header("If-Match")).isNull();
    }

    @Test
    void changesStatusWithoutMail() {
        okta.when("POST " + ADA + "/lifecycle/suspend", 200, "{}")
                .when("POST " + ADA + "/lifecycle/activate?sendEmail=false", 200, "{}")
                .when("POST " + ADA + "/lifecycle/deactivate?sendEmail=false", 200, "");
        client.lifecycle("00uAda", Lifecycle.SUSPEND);
        client.lifecycle("00uAda", Lifecycle.ACTIVATE);
        client.lifecycle("00uAda", Lifecycle.DEACTIVATE);
        assertThat(okta.requests).hasSize(3);
    }

    @Test
    void readsTheSchema() {
        okta.when("GET /api/v1/meta/schemas/user/default", 200, """
                {"definitions":{"base":{"properties":{"primaryPhone":{"type":"string","maxLength":100,
                  "mutability":"READ_WRITE","master":{"type":"PROFILE_MASTER"}}}},
                 "custom":{"properties":{"badge":{"type":"integer","mutability":"READ_ONLY"}}}}}""");
        UserSchema schema = client.userSchema().value();
        assertThat(schema.attribute("primaryPhone").orElseThrow().maxLength()).hasValue(100);
        assertThat(schema.attribute("primaryPhone").orElseThrow().master()).isEqualTo("PROFILE_MASTER");
        assertThat(schema.attribute("badge").orElseThrow().readOnly()).isTrue();
        assertThat(schema.attribute("badge").orElseThrow().maxLength()).isEmpty();
        assertThat(schema.attribute("telephonyExtension")).isEmpty();
    }

    @Test
    void addsAnAttributeInOktasForm() {
        okta.when("POST /api/v1/meta/schemas/user/default", 200, "{\"definitions\":{}}");
        client.addAttribute("telephonyExtension", "Telephony extension", 20);
        assertThat(okta.requests.get(0).body())
                .isEqualTo("{\"definitions\":{\"custom\":{\"id\":\"#custom\",\"type\":\"object\",\"properties\":"
                        + "{\"telephonyExtension\":{\"title\":\"Telephony extension\",\"type\":\"string\",\"maxLength\":20,"
                        + "\"required\":false,\"permissions\":[{\"principal\":\"SELF\",\"action\":\"READ_ONLY\"}]}},"
                        + "\"required\":[]}}}");
    }

    @Test
    void tellsRefusalsWithWhatOktaSaid() {
        okta.when(
                "POST " + ADA,
                429,
                Map.of("X-Rate-Limit-Limit", "0", "X-Rate-Limit-Remaining", "0", "X-Rate-Limit-Reset", "1763760060"),
                "{\"errorCode\":\"E0000047\",\"errorSummary\":\"API call exceeded rate limit\",\"errorCauses\":[]}");
        OktaException refusal = catchThrowableOfType(
                OktaException.class, () -> client.update("00uAda", "W/\"abc\"", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.errorCode()).isEqualTo("E0000047");
        assertThat(refusal.rateLimit().orElseThrow().isConcurrency()).isTrue();
        assertThat(refusal).hasMessage("Okta answered 429 E0000047: API call exceeded rate limit");
    }

    @Test
    void followsNoRedirect() {
        try (OktaStub other = new OktaStub()) {
            okta.when("GET " + ADA, 302, Map.of("Location", other.url() + ADA), "");
            other.when("GET " + ADA, 200, USER);
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
            assertThat(refusal.status()).isEqualTo(302);
            assertThat(refusal.errorSummary()).contains(other.url().toString());
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void tellsAnAnswerThatIsNoJson() {
        okta.when("GET " + ADA, 200, "<html>Welcome</html>");
        OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
        assertThat(refusal.status()).isEqualTo(200);
        assertThat(refusal.errorSummary()).contains("not the JSON");
    }

    @Test
    void tellsAConnectionThatIsCut() {
        okta.when("POST " + ADA, 0, "");
        OktaException refusal = catchThrowableOfType(
                OktaException.class, () -> client.update("00uAda", null, JsonValue.EMPTY_JSON_OBJECT));
        assertThat(refusal.isAnswered()).isFalse();
        assertThat(okta.requests).hasSize(1);
    }

    @Test
    void sendsARequestOnceEvenWhenTheConnectionIsCut() {
        okta.when("GET " + ADA, 200, USER).when("GET " + ADA, 0, "").when("GET " + ADA, 200, USER);
        client.user("00uAda");
        // on the connection that was kept
        OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
        assertThat(refusal.unanswered()).contains(Unanswered.CUT);
        assertThat(okta.requests).hasSize(2);
        assertThat(client.user("00uAda").value().id()).isEqualTo("00uAda");
    }

    @Test
    void aBuilderThatCannotBeToldStaysAsItIs() {
        var builder = (RestClientBuilder) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RestClientBuilder.class}, (proxy, method, values) -> null);
        assertThat(SingleAttempts.of(builder)).isSameAs(builder);
    }

    @Test
    void tellsAHostThatIsNotThere() {
        URI gone = okta.url();
        okta.close();
        try (OktaClient nobody = client(gone)) {
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> nobody.user("00uAda"));
            assertThat(refusal.isAnswered()).isFalse();
            assertThat(refusal.errorSummary()).isEqualTo("The host refused the connection.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x/lifecycle/deactivate", "a?limit=1", "..", "me", "", "a#b", "a%2fb", "a;b", "a b", "a\\b"})
    void asksForNothingElseThanAUser(String id) {
        OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user(id));
        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.errorCode()).isEqualTo("E0000007");
        assertThat(okta.requests).isEmpty();
    }

    @Test
    void findsByLogin() {
        okta.when("GET /api/v1/users/o'brien+ada@acme.example", 200, USER);
        assertThat(client.user("o'brien+ada@acme.example").value().id()).isEqualTo("00uAda");
    }
}
