package io.roster.mail;

/** Why a mail could not be sent. */
public enum MailProblem {
    /** No mail server is saved. */
    NO_SERVER,
    /** Nobody is named who gets notices. */
    NO_RECIPIENTS,
    /** The stored password was sealed with another ROSTER_SECRET_KEY. */
    UNREADABLE,
    /** The host does not exist, or nothing answers there, or the connection ended. */
    UNREACHABLE,
    /** The mail server did not answer in time. */
    TIMED_OUT,
    /** The mail server's certificate is not trusted, or is for another host. */
    CERTIFICATE,
    /** STARTTLS is asked for, and the mail server has none. */
    NO_STARTTLS,
    /** TLS from the first byte is asked for, and what answers at this port does not speak it. */
    NO_TLS,
    /** The mail server refused user name and password, or knows no common way to sign in. */
    AUTHENTICATION,
    /** The mail server refused the sender. */
    SENDER,
    /** The mail server refused a recipient. */
    RECIPIENT,
    /** The mail server refused the mail for good (a reply of 5xx, RFC 5321 section 4.2.1). */
    REFUSED,
    /** The mail server asks to try again later (a reply of 4xx). */
    DEFERRED
}
