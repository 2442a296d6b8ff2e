package io.roster.okta.simulator.api;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key pair on P-256 that signs JWTs, with nothing but what Java has. */
final class TestKey {
    private static final int BYTES = 32;
    private final KeyPair pair;

    TestKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonObject jwk() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Json.object()
                .add("kty", "EC")
                .add("crv", "P-256")
                .add("x", number(key.getW().getAffineX()))
                .add("y", number(key.getW().getAffineY()))
                .build();
    }

    String jwt(JsonObject header, JsonObject claims) {
        try {
            String text = encoded(header.toString()) + "." + encoded(claims.toString());
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String text) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    // RFC 7518 section 6.2.1.2: always as long as the curve's field
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] field = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(
                Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), 0, field, BYTES - length, length);
        return encoded(field);
    }
}
