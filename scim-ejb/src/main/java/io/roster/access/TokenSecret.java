package io.roster.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of an API token or of a login: 32 random bytes, so a plain hash is enough to keep (there is nothing to guess).
 *
 * @param value what the client sends
 */
record TokenSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HINT = 4;
    private static final int HINT_NEEDS = 16;

    /** Begins with a mark by which secret scanners and people recognise it; has no character that a header would need quoted. */
    static TokenSecret random() {
        return new TokenSecret("rst_" + ofLogin().value());
    }

    /** Without the mark: it stands in a browser's cookie, and nobody is to take it for an API token. */
    static TokenSecret ofLogin() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String hint() {
        return value.length() < HINT_NEEDS ? "" : value.substring(value.length() - HINT);
    }

    @Override
    public String toString() {
        return "TokenSecret";
    }
}
