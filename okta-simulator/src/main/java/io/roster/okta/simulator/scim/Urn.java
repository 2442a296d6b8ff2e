package io.roster.okta.simulator.scim;

/** The schema URNs that Okta sends and expects (RFC 7643 section 10.3, RFC 7644 section 8.2). */
public final class Urn {
    /** The core User schema. */
    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    /** The core Group schema. */
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    /** The enterprise extension of User. */
    public static final String ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    /** The body of a PATCH. */
    public static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    /** The body of a list. */
    public static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    /** The body of an error. */
    public static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private Urn() {}
}
