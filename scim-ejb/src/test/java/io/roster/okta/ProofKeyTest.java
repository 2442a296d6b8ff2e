package io.roster.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Proofs of possession, as RFC 9449 section 4.2 and Okta have them. */
class ProofKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ProofKey key = ProofKey.generate();

    private SignedJWT proof(String address, String nonce, String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(key.proof("POST", URI.create(address), NOW, nonce, token));
        assertThat(jwt.verify(new ECDSAVerifier(jwt.getHeader().getJWK().toECKey())))
                .isTrue();
        return jwt;
    }

    @Test
    void aProofIsOfOneRequestAndShowsThePublicHalfAlone() throws Exception {
        SignedJWT jwt = proof("https://acme.okta.com/oauth2/v1/token", null, null);
        assertThat(jwt.getHeader().getType()).hasToString("dpop+jwt");
        assertThat(jwt.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(jwt.getHeader().getJWK().isPrivate()).isFalse();
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getStringClaim("htm")).isEqualTo("POST");
        assertThat(claims.getStringClaim("htu")).isEqualTo("https://acme.okta.com/oauth2/v1/token");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getClaims()).doesNotContainKeys("nonce", "ath");
        assertThat(claims.getJWTID())
                .isNotEqualTo(proof("https://acme.okta.com/oauth2/v1/token", null, null)
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    @Test
    void aProofHasNonceTokenAndTheAddressWithoutQueryAndDecoded() throws Exception {
        JWTClaimsSet claims = proof("http://localhost:9090/api/v1/users/ada%40acme.example?limit=1", "n0nce", "t0ken")
                .getJWTClaimsSet();
        assertThat(claims.getStringClaim("htu")).isEqualTo("http://localhost:9090/api/v1/users/ada@acme.example");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n0nce");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("t0ken".getBytes(StandardCharsets.US_ASCII));
        assertThat(claims.getStringClaim("ath"))
                .isEqualTo(Base64URL.encode(hash).toString());
    }

    @Test
    void nothingOfTheKeyIsShown() {
        assertThat(key).hasToString("ProofKey");
    }
}
