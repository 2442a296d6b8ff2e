package io.roster.mail;

/** What became of a mail. */
public enum MailState {
    /** It is to be sent, or sent again. */
    WAITING,
    /** The mail server has taken it for everybody. */
    SENT,
    /** It is not tried any more, until an administrator says so. */
    PARKED
}
