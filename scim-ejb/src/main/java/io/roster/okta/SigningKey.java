package io.roster.okta;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A key pair with which Roster signs in at Okta (RFC 7523): RSA of 2048 bits, the signature that every Okta org takes. */
public final class SigningKey {

    /** How long an assertion can be used; Okta allows an hour at most, and clocks may differ by some minutes. */
    public static final Duration ASSERTION_VALID = Duration.ofMinutes(5);

    private static final int BITS = 2048;
    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /**
     * Makes a key pair, which takes some tenths of a second.
     *
     * @param keyId what tells it from others, in the JWKS and in each assertion's header
     * @return the key pair
     */
    public static SigningKey generate(String keyId) {
        try {
            return new SigningKey(new RSAKeyGenerator(BITS)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    /**
     * Reads a key pair.
     *
     * @param jwk as {@link #privateJwk()} wrote it
     * @return the key pair
     * @throws IllegalArgumentException when it is none; the message holds nothing of the key
     */
    public static SigningKey parse(String jwk) {
        try {
            return new SigningKey(RSAKey.parse(jwk));
        } catch (ParseException e) {
            throw new IllegalArgumentException("The text is no RSA key in JWK form");
        }
    }

    /** {@return what tells this key from others} */
    public String keyId() {
        return key.getKeyID();
    }

    /** {@return the public half as JSON (RFC 7517), with {@code kid}, {@code use} and {@code alg}} */
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /** {@return both halves as JSON: to be sealed before it is stored, and to be shown to nobody} */
    public String privateJwk() {
        return key.toJSONString();
    }

    /**
     * Signs what a client sends instead of a secret (RFC 7523, section 3).
     *
     * @param clientId the app's client id: both issuer and subject
     * @param audience the address of the token endpoint
     * @param now when it is signed
     * @return a JWT that can be used once and ends after {@link #ASSERTION_VALID}
     */
    public String assertion(String clientId, String audience, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_VALID)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(keyId())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key " + keyId() + " does not sign", e);
        }
        return jwt.serialize();
    }

    /** Shows nothing of the private half. */
    @Override
    public String toString() {
        return "SigningKey[" + keyId() + "]";
    }
}
