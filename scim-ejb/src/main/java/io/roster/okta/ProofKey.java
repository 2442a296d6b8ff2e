package io.roster.okta;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * A key pair with which Roster shows, call by call, that an access token is its own (DPoP, RFC 9449). Another one than that
 * of the {@link SigningKey}, as Okta asks; it lives as long as the access tokens that are bound to it, in memory. An
 * elliptic curve, because a signature a call with RSA would cost ten times as much.
 *
 * @see <a href="https://developer.okta.com/docs/guides/dpop/oktaresourceserver/main/">Configure OAuth 2.0 Demonstrating
 *     Proof-of-Possession</a>
 */
public final class ProofKey {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final ECKey key;

    private ProofKey(ECKey key) {
        this.key = key;
    }

    /** {@return a new key pair} */
    public static ProofKey generate() {
        try {
            return new ProofKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes keys on P-256", e);
        }
    }

    /**
     * The proof for one request (RFC 9449 section 4.2).
     *
     * @param method such as {@code POST}
     * @param address where the request goes; query and fragment are left out, and the path is decoded as Okta compares it
     * @param now when it is sent
     * @param nonce what the server gave as {@code DPoP-Nonce}; {@code null} for none
     * @param accessToken the token that is sent with it; {@code null} when one is asked for
     * @return what the header {@code DPoP} takes
     */
    public String proof(String method, URI address, Instant now, String nonce, String accessToken) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .claim("htm", method)
                .claim("htu", address.getScheme() + "://" + address.getRawAuthority() + address.getPath())
                .issueTime(Date.from(now))
                .jwtID(UUID.randomUUID().toString());
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        if (accessToken != null) {
            claims.claim("ath", hash(accessToken));
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .jwk(key.toPublicJWK())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key on P-256 does not sign", e);
        }
        return jwt.serialize();
    }

    private static String hash(String accessToken) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(digest).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** Shows nothing of the key. */
    @Override
    public String toString() {
        return "ProofKey";
    }
}
