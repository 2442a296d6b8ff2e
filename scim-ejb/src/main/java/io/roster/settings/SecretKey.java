package io.roster.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The 256-bit key that encrypts the secrets that Roster must be able to read again. */
public final class SecretKey {
    private static final int BYTES = 32;
    private final byte[] bytes;

    SecretKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** The key written as base64, or empty when the text is not exactly 32 bytes in base64. */
    static Optional<SecretKey> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64))
                    .filter(bytes -> bytes.length == BYTES)
                    .map(SecretKey::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key's 32 bytes, as a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Shows nothing of the key. */
    @Override
    public String toString() {
        return "SecretKey";
    }
}
