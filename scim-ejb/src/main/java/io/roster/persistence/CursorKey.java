package io.roster.persistence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals cursors. Servers that share a database share the secret that it is derived from. */
public final class CursorKey {

    private static final String PURPOSE = "cursor";

    private final SecretKeySpec key;

    /**
     * Derives the key.
     *
     * @param secret the installation's secret key, which itself is used for nothing else
     */
    public CursorKey(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    SecretKeySpec key() {
        return key;
    }

    /** Shows nothing of the key. */
    @Override
    public String toString() {
        return "CursorKey";
    }
}
