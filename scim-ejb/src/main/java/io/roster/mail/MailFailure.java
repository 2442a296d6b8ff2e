package io.roster.mail;

/** No connection to the mail server. */
final class MailFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient MailTrouble trouble;

    MailFailure(MailTrouble trouble, Throwable cause) {
        super(trouble.toString(), cause);
        this.trouble = trouble;
    }

    MailTrouble trouble() {
        return trouble;
    }
}
