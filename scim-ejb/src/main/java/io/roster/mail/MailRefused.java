package io.roster.mail;

import jakarta.ejb.ApplicationException;

/** Settings of mail that cannot be saved or used as they are. Nothing is changed. */
@ApplicationException(rollback = true)
public final class MailRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No mail server is entered. */
        HOST_MISSING,
        /** It is no name or address of a host. */
        HOST_NONE,
        /** The port is none. */
        PORT,
        /** The user name has characters that none has, or is too long. */
        USER,
        /** There is a user name, and no password. */
        PASSWORD_MISSING,
        /** The password has characters that none has, or is too long. */
        PASSWORD_NONE,
        /** The stored password belongs to another server than the one that was typed. */
        PASSWORD_OF_OTHER_HOST,
        /** The password would go through the network unencrypted. */
        PASSWORD_IN_CLEAR,
        /** The stored password was sealed with another ROSTER_SECRET_KEY. */
        UNREADABLE,
        /** The sender is missing, or no mail address. */
        SENDER,
        /** One of the recipients is no mail address. */
        RECIPIENT,
        /** There are more recipients than a mail of Roster's has. */
        TOO_MANY,
        /** Nobody to send it to. */
        NOBODY,
        /** Somebody else has saved this section since the page was loaded. */
        CHANGED_MEANWHILE
    }

    private final Reason reason;
    private final String field;
    private final String value;

    MailRefused(Reason reason, String field) {
        this(reason, field, "");
    }

    MailRefused(Reason reason, String field, String value) {
        super("The settings of mail were refused: " + reason);
        this.reason = reason;
        this.field = field;
        this.value = value;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the input that it is about: host, port, user, password, sender, recipients or to; null for none} */
    public String field() {
        return field;
    }

    /** {@return the value that was refused; empty where there is none to tell, and for passwords} */
    public String value() {
        return value;
    }
}
