package io.roster.okta;

import jakarta.ejb.ApplicationException;

/** Settings of Okta that cannot be saved or used as they are. Nothing is changed. */
@ApplicationException(rollback = true)
public final class OktaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No URL is entered. */
        URL_MISSING,
        /** The URL is none: no host, or characters that no host has. */
        URL_NONE,
        /** The URL does not begin with https, and its host is not this machine. */
        URL_SCHEME,
        /** The URL has a path, a query, a user or, without being this machine's, a port. */
        URL_MORE_THAN_HOST,
        /** The host has an underscore, which Okta's has not. */
        URL_UNDERSCORE,
        /** The host is an address in numbers, which no certificate of Okta's is for. */
        URL_NUMBERS,
        /** The URL is that of Okta's admin console. */
        URL_ADMIN,
        /** No API token is stored, or what is typed is none. */
        TOKEN_MISSING,
        /** The typed token has blanks, or characters that no header can have, or is too short or too long. */
        TOKEN_NONE,
        /** The stored token belongs to another URL than the one that was typed. */
        TOKEN_OF_OTHER_URL,
        /** No client id is entered, or it has characters that none has. */
        CLIENT_ID,
        /** There is no key yet. */
        KEY_MISSING,
        /** The stored secret was sealed with another ROSTER_SECRET_KEY. */
        UNREADABLE,
        /** The name cannot be that of an attribute in Okta. */
        ATTRIBUTE_NAME,
        /** Okta signs people in with this attribute, or needs it otherwise. */
        ATTRIBUTE_RESERVED,
        /** Extension and number cannot share an attribute. */
        ATTRIBUTE_TWICE,
        /** Somebody else has saved this section since the page was loaded. */
        CHANGED_MEANWHILE,
        /** The key was used, or removed, by somebody else meanwhile. */
        KEY_GONE
    }

    private final Reason reason;
    private final String field;

    OktaRefused(Reason reason, String field) {
        super("The settings of Okta were refused: " + reason);
        this.reason = reason;
        this.field = field;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the input that it is about: url, token, clientId, extension or number; null for none} */
    public String field() {
        return field;
    }
}
