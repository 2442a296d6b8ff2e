package io.roster.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final String AUDIENCE = "https://acme.okta.com/oauth2/v1/token";
    private static final SigningKey KEY = SigningKey.generate("key-1");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void assertionSaysWhatOktaChecks() throws Exception {
        SignedJWT jwt = SignedJWT.parse(KEY.assertion("0oaRoster", AUDIENCE, now));
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("0oaRoster");
        assertThat(claims.getSubject()).isEqualTo("0oaRoster");
        assertThat(claims.getAudience()).containsExactly(AUDIENCE);
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(now);
        assertThat(Duration.between(now, claims.getExpirationTime().toInstant()))
                .isEqualTo(SigningKey.ASSERTION_VALID)
                .isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("key-1");
    }

    @Test
    void publicHalfVerifiesAndHoldsNothingPrivate() throws Exception {
        RSAKey published = RSAKey.parse(KEY.publicJwk());
        assertThat(published.isPrivate()).isFalse();
        assertThat(published.size()).isGreaterThanOrEqualTo(2048);
        assertThat(KEY.publicJwk()).contains("\"use\":\"sig\"", "\"alg\":\"RS256\"", "\"kid\":\"key-1\"");
        assertThat(SignedJWT.parse(KEY.assertion("0oaRoster", AUDIENCE, now)).verify(new RSASSAVerifier(published)))
                .isTrue();
    }

    @Test
    void eachAssertionIsAnother() {
        assertThat(KEY.assertion("0oaRoster", AUDIENCE, now)).isNotEqualTo(KEY.assertion("0oaRoster", AUDIENCE, now));
    }

    @Test
    void isReadAgain() throws Exception {
        SigningKey read = SigningKey.parse(KEY.privateJwk());
        assertThat(SignedJWT.parse(read.assertion("0oaRoster", AUDIENCE, now))
                        .verify(new RSASSAVerifier(RSAKey.parse(KEY.publicJwk()))))
                .isTrue();
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> SigningKey.parse("{\"kty\":\"RSA\",\"d\":\"hush\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void showsNoSecret() {
        assertThat(new OktaCredentials.ServiceApp("0oaRoster", KEY).toString())
                .isEqualTo("ServiceApp[clientId=0oaRoster, key=SigningKey[key-1]]");
        assertThat(new OktaCredentials.ApiToken("00hush").toString()).doesNotContain("hush");
    }
}
