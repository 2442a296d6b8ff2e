package io.roster.scim.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The version of a resource as a weak entity tag (RFC 7644 section 3.14).
 *
 * @param state tells apart what writers have made of the resource; letters and digits
 * @param view tells apart what was added to it when it was read, such as the names of a group's members, which are other
 *     resources; letters and digits, {@code null} where nothing was added
 */
public record ETag(String state, String view) {

    private static final String SEPARATOR = ".";
    private static final int DIGEST_BYTES = 8;

    /** The tag of a version number, the one that optimistic locking counts. */
    public static ETag of(long version) {
        return new ETag(Long.toString(version), null);
    }

    /** The tag of something that is made anew for each answer, but is the same wherever its text is the same. */
    public static ETag ofContent(String content) {
        return new ETag(digest(List.of(content)), null);
    }

    /**
     * This tag for an answer that shows other resources' attributes too: another one when those change.
     *
     * @param references what the answer refers to, always in the same order
     * @return a tag of the same state
     */
    public ETag showing(List<Reference> references) {
        return new ETag(
                state,
                digest(references.stream()
                        .map(reference -> reference.value() + ' ' + reference.display())
                        .toList()));
    }

    /**
     * Whether a tag that a client holds was given to the present state, whatever was added to it. It is what a writer has
     * to know: what is added is readOnly, so nobody's change of it can be lost.
     *
     * @param opaque what a tag has between its quotes
     */
    boolean hasStateOf(String opaque) {
        int end = opaque.indexOf(SEPARATOR);
        return state.equals(end < 0 ? opaque : opaque.substring(0, end));
    }

    /**
     * Whether who holds a tag knows all that an answer with this tag would say.
     *
     * @param opaque what a tag has between its quotes
     */
    boolean isKnownBy(String opaque) {
        return view == null ? hasStateOf(opaque) : opaque.equals(opaque());
    }

    private String opaque() {
        return view == null ? state : state + SEPARATOR + view;
    }

    private static String digest(List<String> lines) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String line : lines) {
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) '\n');
            }
            return HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The form of the ETag header and of {@code meta.version}: {@code W/"…"}. */
    @Override
    public String toString() {
        return "W/\"" + opaque() + "\"";
    }
}
