package io.roster.mail;

/** How the connection to the mail server is protected. */
public enum MailSecurity {
    /** Not at all; usually port 25, to a server of the same machine or network. */
    NONE,
    /** It begins in the clear and changes to TLS before anything is said (RFC 3207); usually port 587. */
    STARTTLS,
    /** TLS from the first byte (RFC 8314); usually port 465. */
    TLS
}
