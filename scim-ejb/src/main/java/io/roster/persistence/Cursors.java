package io.roster.persistence;

import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens cursors (RFC 9865). A cursor holds the whole state of its walk, encrypted and authenticated, so that no
 * server remembers it, every server continues it, and nobody can read or forge it. It says where the walk is and grants
 * nothing: the request that brings it is authorised like any other.
 */
@Dependent
public class Cursors {

    /** How long a client may wait between two pages. */
    public static final Duration VALID = Duration.ofHours(1);

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private CursorKey key;

    /**
     * The cursor of the next page.
     *
     * @param last where this page ended
     * @param query the fingerprint of its query
     * @param total see {@link Cursor#total()}
     */
    String seal(Position last, String query, int count, int total) {
        byte[] text =
                new Cursor(last, query, count, total, Instant.now()).toJson().getBytes(StandardCharsets.UTF_8);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A cursor cannot be sealed", e);
        }
    }

    /**
     * What a cursor says.
     *
     * @throws ScimException 400 invalidCursor, expiredCursor or invalidCount
     */
    Cursor open(SearchRequest request, String query) {
        Cursor cursor = open(request.cursor());
        if (!cursor.query().equals(query)) {
            throw ScimException.invalidCursor(
                    "The cursor belongs to another query. Send the filter, sortBy, sortOrder and"
                            + " attributes of the first page again, with the same API token.");
        }
        if (cursor.issued().plus(VALID).isBefore(Instant.now())) {
            throw ScimException.expiredCursor("The cursor is older than " + VALID.toMinutes()
                    + " minutes. Begin with the first page, and ask for the next one sooner.");
        }
        if (cursor.count() != request.count()) {
            throw ScimException.invalidCount("The walk began with pages of " + cursor.count()
                    + ", and this request asks for " + request.count() + ". Send the same count with each page.");
        }
        return cursor;
    }

    private Cursor open(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= NONCE_BYTES) {
                throw forged();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Cursor.of(Documents.parse(new String(text, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw forged();
        }
    }

    private static ScimException forged() {
        return ScimException.invalidCursor(
                "The cursor is not one that Roster issued. Send nextCursor of the page before as it is, or none for the"
                        + " first page.");
    }

    /** What tells a query from others; the page that is asked for is not part of it. */
    static String fingerprint(String caller, List<String> resourceTypes, SearchRequest request) {
        StringBuilder text = new StringBuilder();
        for (Object part : new Object[] {
            caller,
            resourceTypes,
            request.filter(),
            request.sortBy(),
            request.sortOrder(),
            request.attributes(),
            request.excludedAttributes()
        }) {
            String written = String.valueOf(part);
            text.append(written.length()).append(':').append(written);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
