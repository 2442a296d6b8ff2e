package io.roster.rest;

/** The media types of SCIM (RFC 7644 section 3.1). */
final class MediaTypes {

    /** What every answer is, without parameters. */
    static final String SCIM = "application/scim+json";

    /** What clients may send and accept as well. */
    static final String JSON = "application/json";

    private MediaTypes() {}
}
