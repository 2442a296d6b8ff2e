package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.oauth.Jwks;
import io.roster.okta.simulator.oauth.ServiceApp;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs of possession (DPoP): what a service app has to show that must give them, and what calls have to. */
class ProofsTest {
    private static final String PATH = "/oauth2/v1/token";
    private static final TestKey CLIENT = new TestKey();
    private static final Jwks KEYS = Jwks.saved("{\"keys\":[" + CLIENT.jwk() + "]}");
    private final TestKey key = new TestKey();
    private final TestOkta okta = new TestOkta(
            1, builder -> builder.serviceApp(new ServiceApp("0oaRoster", KEYS, Set.of("okta.users.read"), true)));
    private int sent;

    @AfterEach
    void stop() {
        okta.close();
    }

    private JsonObjectBuilder claims(String method, String path) {
        return Json.object()
                .add("htm", method)
                .add("htu", okta.api.base() + path)
                .add("iat", okta.clock.millis() / 1000)
                .add("jti", "proof-" + sent++);
    }

    private String proof(JsonObject claims) {
        return proof(key, key.jwk(), claims);
    }

    private static String proof(TestKey key, JsonObject jwk, JsonObject claims) {
        return key.jwt(
                Json.object()
                        .add("typ", "dpop+jwt")
                        .add("alg", "ES256")
                        .add("jwk", jwk)
                        .build(),
                claims);
    }

    private Answered token(String... headers) {
        JsonObject assertion = Json.object()
                .add("iss", "0oaRoster")
                .add("sub", "0oaRoster")
                .add("aud", okta.api.base() + PATH)
                .add("exp", okta.clock.millis() / 1000 + 60)
                .add("jti", "assertion-" + sent++)
                .build();
        return okta.post(
                PATH,
                "grant_type=client_credentials&scope=okta.users.read"
                        + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                        + "&client_assertion="
                        + CLIENT.jwt(Json.object().add("alg", "ES256").build(), assertion),
                headers);
    }

    private String nonce() {
        return token("DPoP", proof(claims("POST", PATH).build())).header("DPoP-Nonce");
    }

    private String granted() {
        String proof = proof(claims("POST", PATH).add("nonce", nonce()).build());
        JsonObject token = token("DPoP", proof).json();
        assertThat(token.getString("token_type")).isEqualTo("DPoP");
        return token.getString("access_token");
    }

    private static void refused(Answered answer, String error, String description) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo(error);
        assertThat(answer.json().getString("error_description")).contains(description);
    }

    @Test
    void aTokenIsGivenToWhoProvesItsKeyWithTheServersNonce() {
        refused(token(), "invalid_dpop_proof", "is missing");
        String first = proof(claims("POST", PATH).build());
        refused(token("DPoP", first), "use_dpop_nonce", "requires nonce");
        refused(token("DPoP", first), "invalid_dpop_proof", "'jti'");
        assertThat(granted()).isNotBlank();
    }

    @Test
    void aNonceLastsForSomeDays() {
        String nonce = nonce();
        okta.clock.pass(Duration.ofDays(2));
        assertThat(token("DPoP", proof(claims("POST", PATH).add("nonce", nonce).build()))
                        .status())
                .isEqualTo(200);
        assertThat(nonce()).isNotEqualTo(nonce);
        okta.clock.pass(Duration.ofDays(2));
        refused(
                token("DPoP", proof(claims("POST", PATH).add("nonce", nonce).build())),
                "invalid_dpop_proof",
                "'nonce'");
    }

    @ParameterizedTest
    @CsvSource({"htm, GET", "htu, http://elsewhere.example/oauth2/v1/token", "iat, 1", "jti, ''"})
    void aProofIsForOneRequest(String claim, String value) {
        JsonValue wrong = claim.equals("iat") ? Json.parse("{\"n\":1}").get("n") : Json.string(value);
        refused(token("DPoP", proof(claims("POST", PATH).add(claim, wrong).build())), "invalid_dpop_proof", claim);
    }

    @Test
    void aProofIsSignedWithTheKeyThatItNames() {
        refused(
                token(
                        "DPoP",
                        proof(new TestKey(), key.jwk(), claims("POST", PATH).build())),
                "invalid_dpop_proof",
                "signature");
        refused(token("DPoP", "nonsense"), "invalid_dpop_proof", "malformed");
    }

    @Test
    void aCallNeedsTheTokenItsProofAndTheDecodedAddress() {
        String token = granted();
        String login = okta.person(0).userName();
        String path = "/api/v1/users/" + login.replace("@", "%40");
        String ath = TestKey.hash(token);
        String decoded = "/api/v1/users/" + login;
        Answered answer = okta.get(
                path,
                "Authorization",
                "DPoP " + token,
                "DPoP",
                proof(claims("GET", decoded).add("ath", ath).build()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(okta.get(path, "Authorization", "Bearer " + token).errorCode())
                .isEqualTo("E0000011");
        challenged(path, token, proof(claims("GET", path).add("ath", ath).build()), "'htu'");
        challenged(path, token, proof(claims("GET", decoded).build()), "'ath'");
        TestKey other = new TestKey();
        challenged(
                path,
                token,
                proof(other, other.jwk(), claims("GET", decoded).add("ath", ath).build()),
                "another key");
    }

    private void challenged(String path, String token, String proof, String description) {
        Answered answer = okta.get(path, "Authorization", "DPoP " + token, "DPoP", proof);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("error=\"invalid_dpop_proof\"")
                .contains(description);
    }
}
