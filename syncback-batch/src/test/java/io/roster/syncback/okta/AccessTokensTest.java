package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.SigningKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access tokens of a service app, over HTTP. */
class AccessTokensTest {

    private static final SigningKey KEY = SigningKey.generate("key-1");
    private static final String ADA = "GET /api/v1/users/00uAda";
    private static final String TOKEN = "POST /oauth2/v1/token";

    private static final String REFUSED = "{\"errorCode\":\"E0000011\",\"errorSummary\":\"Invalid token provided\"}";

    private final OktaStub okta = new OktaStub().when(ADA, 200, "{\"id\":\"00uAda\"}");
    private final OktaConnection connection = new OktaConnection(okta.url(), new ServiceApp("0oaRoster", KEY));
    private final OktaClients clients = new OktaClients();

    @AfterEach
    void close() {
        okta.close();
    }

    private static String token(String value, int seconds) {
        return "{\"token_type\":\"Bearer\",\"expires_in\":" + seconds + ",\"access_token\":\"" + value
                + "\",\"scope\":\"okta.users.read okta.users.manage\"}";
    }

    private List<String> authorizations() {
        return okta.requests.stream()
                .filter(request -> request.method().equals("GET"))
                .map(request -> request.header("Authorization"))
                .toList();
    }

    private long tokenRequests() {
        return okta.requests.stream()
                .filter(request -> request.path().startsWith("/oauth2"))
                .count();
    }

    @Test
    void isAskedForWithAnAssertionAndWithoutAnyOtherCredential() {
        okta.when(TOKEN, 200, token("first", 3600));
        try (OktaClient client = clients.open(connection)) {
            client.user("00uAda");
        }
        OktaStub.Request request = okta.requests.get(0);
        assertThat(request.header("Authorization")).isNull();
        assertThat(URLDecoder.decode(request.body(), StandardCharsets.UTF_8))
                .contains("grant_type=client_credentials")
                .contains("okta.users.read")
                .contains("okta.users.manage")
                .contains("client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .contains("client_assertion=ey");
        assertThat(authorizations()).containsExactly("Bearer first");
    }

    @Test
    void isKeptForLaterClientsUntilItEndsSoon() {
        okta.when(TOKEN, 200, token("first", 3600)).when(TOKEN, 200, token("second", 3600));
        for (int i = 0; i < 2; i++) {
            try (OktaClient client = clients.open(connection)) {
                client.user("00uAda");
            }
        }
        assertThat(authorizations()).containsExactly("Bearer first", "Bearer first");
    }

    @Test
    void isRenewedShortlyBeforeItEnds() {
        okta.when(TOKEN, 200, token("first", 60)).when(TOKEN, 200, token("second", 3600));
        try (OktaClient client = clients.open(connection)) {
            client.user("00uAda");
            client.user("00uAda");
        }
        assertThat(authorizations()).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void isAskedForOnceWhenManyNeedIt() throws Exception {
        okta.when(TOKEN, 200, token("first", 3600)).when(TOKEN, 200, token("second", 3600));
        var threads = Executors.newFixedThreadPool(8);
        try (OktaClient client = clients.open(connection)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                calls.add(threads.submit(() -> client.user("00uAda")));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tokenRequests()).isOne();
    }

    @Test
    void isRenewedOnceWhenOktaRefusesItAndTheCallIsSentAgain() {
        okta.when(TOKEN, 200, token("first", 3600)).when(TOKEN, 200, token("second", 3600));
        okta.when("GET /api/v1/users/x", 401, REFUSED).when("GET /api/v1/users/x", 200, "{\"id\":\"x\"}");
        try (OktaClient client = clients.open(connection)) {
            assertThat(client.user("x").value().id()).isEqualTo("x");
            client.user("00uAda");
        }
        assertThat(authorizations()).containsExactly("Bearer first", "Bearer second", "Bearer second");
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @Test
    void isRenewedOnlyOnceForACall() {
        okta.when(TOKEN, 200, token("first", 3600)).when(TOKEN, 200, token("second", 3600));
        okta.when("GET /api/v1/users/x", 401, REFUSED);
        try (OktaClient client = clients.open(connection)) {
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("x"));
            assertThat(refusal.errorCode()).isEqualTo("E0000011");
        }
        assertThat(authorizations()).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void isAnotherOneWithAnotherKeyOfTheSameApp() {
        okta.when(TOKEN, 200, token("first", 3600)).when(TOKEN, 200, token("second", 3600));
        SigningKey next = SigningKey.generate("key-2");
        OktaConnection rotated = new OktaConnection(okta.url(), new ServiceApp("0oaRoster", next));
        try (OktaClient running = clients.open(connection);
                OktaClient later = clients.open(rotated)) {
            running.user("00uAda");
            later.user("00uAda");
            running.user("00uAda");
        }
        assertThat(authorizations()).containsExactly("Bearer first", "Bearer second", "Bearer first");
    }

    @Test
    void refusalOfATokenIsToldAsSuch() {
        okta.when(
                TOKEN,
                401,
                Map.of("X-Okta-Request-Id", "reqT"),
                "{\"error\":\"invalid_client\",\"error_description\":\"The client_assertion token is expired.\"}");
        try (OktaClient client = clients.openAfresh(connection, OktaClients.SYNC_SCOPES, Duration.ofSeconds(2))) {
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
            assertThat(refusal.status()).isEqualTo(401);
            assertThat(refusal.errorCode()).isEqualTo("invalid_client");
            assertThat(refusal.requestId()).isEqualTo("reqT");
        }
    }

    @Test
    void answerWithoutATokenIsToldAsSuch() {
        okta.when(TOKEN, 200, "{\"token_type\":\"Bearer\"}");
        try (OktaClient client = clients.open(connection)) {
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
            assertThat(refusal.errorSummary()).contains("not the JSON");
        }
    }
}
