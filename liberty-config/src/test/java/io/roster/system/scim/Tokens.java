package io.roster.system.scim;

import io.roster.system.Names;
import io.roster.system.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** API tokens, made as another server on the same database makes them: by a row. */
final class Tokens {
    private Tokens() {}

    /**
     * Makes a token.
     *
     * @param scope READ or WRITE
     * @param lifetime until it expires; {@code null} for never
     * @return its secret
     */
    static String issue(Tables tables, String scope, Duration lifetime) {
        String secret = Names.unique("secret-of-a-token-that-is-long-enough");
        Long expires = lifetime == null ? null : Instant.now().plus(lifetime).toEpochMilli();
        tables.change(
                "insert into api_token (id, name, secret_hash, hint, scope, created_at, created_by, expires_at)"
                        + " values (?, ?, ?, '', ?, 0, 'test', ?)",
                UUID.randomUUID().toString(),
                Names.unique("token"),
                hash(secret),
                scope,
                expires);
        return secret;
    }

    /** Revokes as another server does. */
    static void revoke(Tables tables, String secret) {
        tables.change(
                "update api_token set revoked_at = ?, revoked_by = 'test' where secret_hash = ?",
                System.currentTimeMillis(),
                hash(secret));
    }

    /** Lets its time be over. */
    static void expire(Tables tables, String secret) {
        tables.change("update api_token set expires_at = 1 where secret_hash = ?", hash(secret));
    }

    /** What is stored of a secret. */
    static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
