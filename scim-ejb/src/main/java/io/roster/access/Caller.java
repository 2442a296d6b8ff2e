package io.roster.access;

import io.roster.scim.protocol.ScimException;

/**
 * Who is asking.
 *
 * @param kind how the caller was recognised
 * @param id the API token's id; {@code null} for other kinds
 * @param name the API token's name, or the administrator's userName
 * @param scope what the caller may do
 * @param requestId the client's own id of the request, for finding it in both sides' logs; may be {@code null}
 * @param person the person to whom the API token belongs; {@code null} where it belongs to none
 */
public record Caller(Kind kind, String id, String name, Scope scope, String requestId, TokenOwner person) {

    /** How a caller was recognised. */
    public enum Kind {
        /** By an API token. */
        TOKEN,
        /** By signing in to the console. */
        ADMINISTRATOR,
        /** Roster itself: a job or the start. */
        SYSTEM,
        /** Not at all; such a caller only ever appears in refusals. */
        UNKNOWN
    }

    /** A caller that is no person. */
    public Caller(Kind kind, String id, String name, Scope scope, String requestId) {
        this(kind, id, name, scope, requestId, null);
    }

    /**
     * A caller that was not recognised.
     *
     * @param requestId the client's id of the request, or {@code null}
     * @return a caller that may do nothing
     */
    public static Caller unknown(String requestId) {
        return new Caller(Kind.UNKNOWN, null, "unknown", null, requestId);
    }

    /**
     * This caller with the client's id of the request.
     *
     * @param newRequestId the id, or {@code null}
     * @return a copy
     */
    public Caller withRequestId(String newRequestId) {
        return new Caller(kind, id, name, scope, newRequestId, person);
    }

    /**
     * Refuses a caller that may not read, and so may do nothing of SCIM.
     *
     * @throws ScimException 403, when the scope is {@link Scope#HOOK}
     */
    public void mayRead() {
        if (scope == Scope.HOOK) {
            throw ScimException.forbidden("The API token '" + name + "' is for Okta's import inline hook alone. Make"
                    + " a token with the scope 'read' or 'write' in the console and enter it in Okta.");
        }
    }

    /**
     * Refuses a caller that may not ask as an inline hook.
     *
     * @throws ScimException 403, when the scope is not {@link Scope#HOOK}
     */
    public void mayAnswerHooks() {
        if (scope != Scope.HOOK) {
            throw ScimException.forbidden("The API token '" + name + "' is not for inline hooks. Make a token for the"
                    + " import inline hook in the console and enter it in Okta, where the hook is registered.");
        }
    }

    /**
     * Refuses a caller that may not write.
     *
     * @throws ScimException 403, when the scope is not {@link Scope#WRITE}
     */
    public void mayWrite() {
        if (scope != Scope.WRITE) {
            throw ScimException.forbidden("The API token '" + name + "' may only read. Make a token with the scope"
                    + " 'write' in the console and enter it in Okta.");
        }
    }

    /**
     * The person for whom the caller acts, whom {@code /Me} stands for (RFC 7644 section 3.11).
     *
     * @return the SCIM id
     * @throws ScimException 404, when the API token belongs to no person
     */
    public String requirePerson() {
        if (person == null) {
            throw ScimException.notFound(
                    "The API token '" + name + "' belongs to no person, so there is nobody for /Me to"
                            + " stand for. Use the person's own address below /Users, or make a token in Roster's console that"
                            + " belongs to the person.");
        }
        return person.id();
    }
}
