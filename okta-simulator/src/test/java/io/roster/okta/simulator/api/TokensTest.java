package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.roster.okta.simulator.oauth.Jwks;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens by private_key_jwt: what is checked of the assertion, and what the token then allows. */
class TokensTest {
    private static final Set<String> GRANTED = Set.of("okta.users.read", "okta.users.manage", "okta.apps.read");
    private static final String NOW = "1772359200";
    private static KeyPair rsa;
    private static KeyPair ec;
    private static String keys;
    private final TestOkta okta =
            new TestOkta(1, builder -> builder.serviceApp("0oaRoster", Jwks.saved(keys), GRANTED));

    @BeforeAll
    static void keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        ec = curve.generateKeyPair();
        RSAPublicKey rsaKey = (RSAPublicKey) rsa.getPublic();
        ECPublicKey ecKey = (ECPublicKey) ec.getPublic();
        keys = Json.object()
                .add(
                        "keys",
                        Json.array()
                                .add(Json.object()
                                        .add("kty", "RSA")
                                        .add("kid", "r")
                                        .add("n", number(rsaKey.getModulus()))
                                        .add("e", number(rsaKey.getPublicExponent())))
                                .add(Json.object()
                                        .add("kty", "EC")
                                        .add("kid", "e")
                                        .add("crv", "P-256")
                                        .add("x", number(ecKey.getW().getAffineX()))
                                        .add("y", number(ecKey.getW().getAffineY()))))
                .build()
                .toString();
    }

    @AfterEach
    void stop() {
        okta.close();
    }

    @ParameterizedTest
    @CsvSource({"RS256, r", "RS384, r", "RS512, r", "ES256, e"})
    void aSignedAssertionGivesATokenForAnHour(String algorithm, String kid) throws Exception {
        JsonObject token =
                token(jwt(algorithm, kid, claims("")), "okta.users.read").json();
        assertThat(token.getString("token_type")).isEqualTo("Bearer");
        assertThat(token.getInt("expires_in")).isEqualTo(3600);
        String bearer = "Bearer " + token.getString("access_token");
        assertThat(okta.get(okta.user(0), "Authorization", bearer).status()).isEqualTo(200);
        okta.clock.pass(Duration.ofSeconds(3600));
        Answered expired = okta.get(okta.user(0), "Authorization", bearer);
        assertThat(expired.errorCode()).isEqualTo("E0000011");
        assertThat(expired.header("WWW-Authenticate")).contains("invalid_token");
    }

    @ParameterizedTest
    @CsvSource({
        "okta.users.read, GET, /api/v1/users/x, 404",
        "okta.users.read, POST, /api/v1/users/x, 403",
        "okta.users.manage, POST, /api/v1/users/x, 404",
        "okta.users.manage, GET, /api/v1/users/x, 404",
        "okta.users.read, GET, /api/v1/apps, 403",
        "okta.apps.read, GET, /api/v1/apps, 200",
        "okta.apps.read okta.users.read, GET, /api/v1/groups, 403",
        "okta.apps.read, GET, /api/v1/logs, 403",
        "okta.users.manage, POST, /api/v1/meta/schemas/user/default, 403",
    })
    void aTokenAllowsWhatItsScopesSay(String scopes, String method, String path, int status) throws Exception {
        String bearer =
                "Bearer " + token(jwt("RS256", "r", claims("")), scopes).json().getString("access_token");
        Answered answer = okta.call(method, path, method.equals("POST") ? "{}" : "", "Authorization", bearer);
        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.errorCode()).isEqualTo("E0000006");
        }
    }

    /** Each claim that is wrong, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iss | \"other\"    | must be the client_id",
                "sub | \"other\"    | client_id",
                "aud | \"https://x\" | audience",
                "aud | 7           | audience",
                "exp | " + NOW + " | expired",
                "exp | 1772362801  | too far",
                "exp | \"soon\"    | expired",
            })
    void anAssertionThatIsNotMeantIsRefused(String claim, String value, String reason) throws Exception {
        String override = ",\"" + claim + "\":" + value;
        Answered refused = token(jwt("RS256", "r", claims(override)), "okta.users.read");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().getString("error")).isEqualTo("invalid_client");
        assertThat(refused.json().getString("error_description")).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"RS256, e", "ES256, r", "RS256, unknown", "none, r"})
    void anAssertionThatIsNotSignedWithTheNamedKeyIsRefused(String algorithm, String kid) throws Exception {
        String jwt = jwt(algorithm.equals("none") ? "RS256" : algorithm, kid, claims(""));
        String sent = algorithm.equals("none") ? encoded("{\"alg\":\"none\"}") + jwt.substring(jwt.indexOf('.')) : jwt;
        assertThat(token(sent, "okta.users.read").json().getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void anAssertionCountsOnce() throws Exception {
        String jwt = jwt("RS256", "r", claims(""));
        assertThat(token(jwt, "okta.users.read").status()).isEqualTo(200);
        assertThat(token(jwt, "okta.users.read").json().getString("error_description"))
                .contains("already been used");
    }

    @Test
    void aScopeThatWasNotGrantedIsRefused() throws Exception {
        Answered refused = token(jwt("RS256", "r", claims("")), "okta.users.read okta.logs.read");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getString("error")).isEqualTo("invalid_scope");
        assertThat(refused.json().getString("error_description")).endsWith(": okta.logs.read");
    }

    @Test
    void theKeysAreReadFromTheAppsAddress() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            byte[] body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/jwks");
        try (TestOkta other = new TestOkta(0, builder -> builder.serviceApp("0oaRoster", Jwks.at(address), GRANTED))) {
            assertThat(token(other, jwt("RS256", "r", claims(other, "")), "okta.users.read")
                            .status())
                    .isEqualTo(200);
            server.stop(0);
            assertThat(token(other, jwt("RS256", "r", claims(other, "")), "okta.users.read")
                            .json()
                            .toString())
                    .contains("can't be read");
        }
    }

    @Test
    void aReadOnlyAdministratorsTokenChangesNothing() {
        okta.api.access().apiToken("reader", new io.roster.okta.simulator.guard.Caller("Reader", Set.of("*.read")));
        assertThat(okta.get(okta.user(0), "Authorization", "SSWS reader").status())
                .isEqualTo(200);
        assertThat(okta.post(okta.user(0), "{}", "Authorization", "SSWS reader").errorCode())
                .isEqualTo("E0000006");
        okta.api.access().revoke("reader");
        assertThat(okta.get(okta.user(0), "Authorization", "SSWS reader").errorCode())
                .isEqualTo("E0000011");
    }

    private Answered token(String jwt, String scope) {
        return token(okta, jwt, scope);
    }

    private static Answered token(TestOkta okta, String jwt, String scope) {
        return okta.post(
                "/oauth2/v1/token",
                "grant_type=client_credentials&scope=" + scope.replace(" ", "+")
                        + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                        + "&client_assertion=" + jwt);
    }

    private String claims(String override) {
        return claims(okta, override);
    }

    /** The last of two members with one name counts. */
    private static String claims(TestOkta okta, String override) {
        return "{\"iss\":\"0oaRoster\",\"sub\":\"0oaRoster\",\"aud\":\"" + okta.api.base() + "/oauth2/v1/token\","
                + "\"exp\":1772359500,\"jti\":\"" + System.nanoTime() + "\"" + override + "}";
    }

    private static String jwt(String algorithm, String kid, String claims) throws Exception {
        String text = encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"}") + "." + encoded(claims);
        boolean elliptic = algorithm.startsWith("ES");
        String name = "SHA" + algorithm.substring(2) + (elliptic ? "withECDSAinP1363Format" : "withRSA");
        Signature signature = Signature.getInstance(name);
        signature.initSign((elliptic ? ec : rsa).getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
