package io.roster.scim.protocol;

import java.util.regex.Pattern;

/**
 * The version of a resource as a weak entity tag (RFC 7644 section 3.14). SCIM's own examples send weak tags in
 * If-Match, which RFC 7232 would never match there; SCIM's reading wins, and both headers compare weakly.
 *
 * @param version opaque version without quotes
 */
public record ETag(String version) {

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([^\"]*)\"\\s*(?:,|$)");

    /** The tag of a version number, the one that optimistic locking counts. */
    public static ETag of(long version) {
        return new ETag(Long.toString(version));
    }

    /** Whether a header's value ({@code *}, or a list of tags, weak or strong) names this version. */
    public boolean isIn(String header) {
        if (header.strip().equals("*")) {
            return true;
        }
        var tags = TAG.matcher(header);
        while (tags.lookingAt()) {
            if (tags.group(1).equals(version)) {
                return true;
            }
            tags.region(tags.end(), header.length());
        }
        return false;
    }

    /**
     * Checks an If-Match header against this, the present version.
     *
     * @param header the header's value, null when the client sent none
     * @throws ScimException 412 when the client read another version
     */
    public void requireMatch(String header) {
        if (header != null && !isIn(header)) {
            throw ScimException.preconditionFailed(
                    "The resource has changed since you read it: If-Match was " + Excerpt.of(header)
                            + ", the present version is " + this + ". Read it again and repeat the change.");
        }
    }

    /** The form of the ETag header and of {@code meta.version}: {@code W/"…"}. */
    @Override
    public String toString() {
        return "W/\"" + version + "\"";
    }
}
