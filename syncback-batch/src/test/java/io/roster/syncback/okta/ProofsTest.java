package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.SigningKey;
import io.roster.syncback.okta.OktaStub.Request;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service app that has to prove that its access tokens are its own (DPoP): found out, and done. */
class ProofsTest {

    private static final SigningKey KEY = SigningKey.generate("key-1");
    private static final String TOKEN = "POST /oauth2/v1/token";
    private static final String ADA = "GET /api/v1/users/00uAda";

    private final OktaStub okta = new OktaStub();
    private final OktaConnection connection = new OktaConnection(okta.url(), new ServiceApp("0oaRoster", KEY));
    private final OktaClients clients = new OktaClients();

    @AfterEach
    void close() {
        okta.close();
    }

    private static String error(String code) {
        return "{\"error\":\"" + code + "\",\"error_description\":\"What Okta says\"}";
    }

    private OktaStub bound() {
        return okta.when(TOKEN, 400, error("invalid_dpop_proof"))
                .when(TOKEN, 400, Map.of("dpop-nonce", "n-1"), error("use_dpop_nonce"))
                .when(TOKEN, 200, "{\"token_type\":\"DPoP\",\"expires_in\":3600,\"access_token\":\"bound\"}");
    }

    private static JWTClaimsSet proof(Request request) throws ParseException {
        return SignedJWT.parse(request.header("DPoP")).getJWTClaimsSet();
    }

    @Test
    void aTokenIsBoundAndEachCallProven() throws Exception {
        bound().when(ADA, 200, "{\"id\":\"00uAda\"}");
        try (OktaClient client = clients.open(connection)) {
            client.user("00uAda");
            client.user("00uAda");
        }
        List<Request> sent = okta.requests;
        assertThat(sent).hasSize(5);
        assertThat(sent.get(0).header("DPoP")).isNull();
        assertThat(proof(sent.get(1)).getStringClaim("nonce")).isNull();
        assertThat(proof(sent.get(2)).getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(proof(sent.get(2)).getStringClaim("htu")).isEqualTo(okta.url() + "/oauth2/v1/token");
        JWTClaimsSet call = proof(sent.get(3));
        assertThat(sent.get(3).header("Authorization")).isEqualTo("DPoP bound");
        assertThat(call.getStringClaim("htm")).isEqualTo("GET");
        assertThat(call.getStringClaim("htu")).isEqualTo(okta.url() + "/api/v1/users/00uAda");
        assertThat(call.getStringClaim("ath")).isNotBlank();
        assertThat(proof(sent.get(4)).getJWTID()).isNotEqualTo(call.getJWTID());
    }

    @Test
    void aNonceThatACallIsAskedForIsGiven() throws Exception {
        bound().when(ADA, 401, Map.of("DPoP-Nonce", "n-2", "WWW-Authenticate", "DPoP error=\"use_dpop_nonce\""), "")
                .when(ADA, 200, "{\"id\":\"00uAda\"}");
        try (OktaClient client = clients.open(connection)) {
            client.user("00uAda");
        }
        assertThat(proof(okta.requests.get(okta.requests.size() - 1)).getStringClaim("nonce"))
                .isEqualTo("n-2");
    }

    @Test
    void aProofThatOktaRefusesIsARefusalOfTheSignInAndNotOfTheUser() {
        bound().when(
                        ADA,
                        400,
                        Map.of(
                                "WWW-Authenticate",
                                "DPoP algs=\"ES256\", error=\"invalid_dpop_proof\", error_description=\"'iat' is wrong\""),
                        "");
        try (OktaClient client = clients.open(connection)) {
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
            assertThat(refusal.errorCode()).isEqualTo("invalid_dpop_proof");
            assertThat(refusal.errorSummary()).isEqualTo("'iat' is wrong");
        }
    }

    @Test
    void whatCannotBeAnsweredIsARefusal() {
        Proofs proofs = new Proofs(okta.url());
        assertThat(proofs.canAnswer("invalid_client")).isFalse();
        assertThat(proofs.canAnswer("invalid_dpop_proof")).isTrue();
        assertThat(proofs.canAnswer("invalid_dpop_proof")).isFalse();
        assertThat(proofs.canAnswer("use_dpop_nonce")).isFalse();
    }

    @Test
    void oktaThatIsNeverContentIsAskedThreeTimes() {
        okta.when(TOKEN, 400, Map.of("DPoP-Nonce", "n"), error("use_dpop_nonce"));
        try (OktaClient client = clients.open(connection)) {
            OktaException refusal = catchThrowableOfType(OktaException.class, () -> client.user("00uAda"));
            assertThat(refusal.errorCode()).isEqualTo("use_dpop_nonce");
        }
        assertThat(okta.requests).hasSize(3);
    }
}
