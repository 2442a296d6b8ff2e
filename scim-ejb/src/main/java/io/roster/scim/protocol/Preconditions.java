package io.roster.scim.protocol;

import java.util.Optional;

/**
 * Which version a client demands that a resource has before its request is carried out (RFC 7644 section 3.14, RFC 9110
 * section 13). They are looked at after everything else that a request is refused for without reading its body (RFC 9110
 * section 13.2.1): a resource that does not exist is 404 and not 412.
 *
 * @param ifMatch the {@code If-Match} header: {@code *} or entity tags, of which one must be the present one; {@code null}
 *     where the client sent none
 * @param ifNoneMatch the {@code If-None-Match} header: {@code *} or entity tags, of which none may be the present one;
 *     {@code null} where the client sent none
 */
public record Preconditions(String ifMatch, String ifNoneMatch) {

    /** Demands nothing. */
    public static final Preconditions NONE = new Preconditions(null, null);

    /**
     * Demands one version, as {@code version} does in a bulk operation (RFC 7644 section 3.7).
     *
     * @param version an entity tag; {@code null} demands nothing
     */
    public static Preconditions ifMatch(String version) {
        return new Preconditions(version, null);
    }

    /** Whether a version is named that nobody may change meanwhile. {@code *} names none. */
    public boolean bindVersion() {
        return ifMatch != null && !ifMatch.strip().equals("*");
    }

    /**
     * Holds a request that changes or deletes a resource against these conditions.
     *
     * @param present the resource's version
     * @throws ScimException 412 when it does not meet them, 400 when a header is malformed
     */
    public void requireForWrite(ETag present) {
        if (ifMatch != null && !tags("If-Match", ifMatch).match(present::hasStateOf)) {
            throw changed(present);
        }
        if (ifNoneMatch != null && tags("If-None-Match", ifNoneMatch).match(present::hasStateOf)) {
            throw ScimException.preconditionFailed("The resource is there in a version that If-None-Match excludes ("
                    + Excerpt.of(ifNoneMatch) + "): its present version is " + present
                    + ". Leave the header out to change the resource all the same.");
        }
    }

    /**
     * Holds a request that creates a resource against these conditions. They speak of the resource that the body names.
     *
     * @param present the version of the resource that is there already under that name; nothing where there is none, or
     *     where nothing in the body can name one
     * @param name what the resource is called in the sentence of a refusal, such as {@code User with the userName a@b.c}
     * @throws ScimException 412 when the resource is there and {@code If-None-Match} excludes it, or is not there and
     *     {@code If-Match} demands it; 400 when a header is malformed
     */
    public void requireForCreation(Optional<ETag> present, String name) {
        if (ifMatch != null) {
            boolean met = tags("If-Match", ifMatch).match(tag -> present.map(version -> version.hasStateOf(tag))
                    .orElse(false));
            if (!met || present.isEmpty()) {
                throw ScimException.preconditionFailed("If-Match demands that the " + name + " is there in the version "
                        + Excerpt.of(ifMatch)
                        + ", which it is not. Leave the header out to create it, or change what is"
                        + " there by PUT or PATCH.");
            }
        }
        if (ifNoneMatch != null) {
            EntityTags excluded = tags("If-None-Match", ifNoneMatch);
            if (present.filter(version -> excluded.match(version::hasStateOf)).isPresent()) {
                throw ScimException.preconditionFailed("The " + name + " is there already, and If-None-Match demands"
                        + " that it is not. Look it up and change it by PUT or PATCH.");
            }
        }
    }

    /**
     * Holds a request that reads a resource against these conditions. A malformed {@code If-None-Match} is passed over: to
     * send the resource is right whatever was meant.
     *
     * @param present the version of what would be answered
     * @return whether the client has it already, and is to be answered 304
     * @throws ScimException 412 when {@code If-Match} demands another version, 400 when it is malformed
     */
    public boolean notModified(ETag present) {
        if (ifMatch != null && !tags("If-Match", ifMatch).match(present::isKnownBy)) {
            throw changed(present);
        }
        return ifNoneMatch != null
                && EntityTags.parse(ifNoneMatch)
                        .filter(tags -> tags.match(present::isKnownBy))
                        .isPresent();
    }

    private ScimException changed(ETag present) {
        return ScimException.preconditionFailed(
                "The resource has changed since you read it: If-Match was " + Excerpt.of(ifMatch)
                        + ", the present version is " + present + ". Read it again and repeat the change.");
    }

    // Refused rather than taken for a version that is not the present one: to read again and repeat would not help.
    private static EntityTags tags(String header, String value) {
        return EntityTags.parse(value)
                .orElseThrow(() -> ScimException.invalidSyntax("The header " + header + " is malformed: "
                        + Excerpt.of(value) + ". Send * or versions with their quotes, as in meta.version: W/\"7\"."));
    }
}
