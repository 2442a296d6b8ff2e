package io.roster.mail;

/**
 * A mail server and how to sign in there. It has the password in it and goes to no page.
 *
 * @param host its name or address
 * @param port from 1 to 65535
 * @param security how the connection is protected
 * @param user whom to sign in as; {@code null} for nobody
 * @param password the user's; {@code null} where there is none
 * @param sender the address that mails are from
 */
record MailServer(String host, int port, MailSecurity security, String user, String password, String sender) {

    /** Leaves the password out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + security + ", " + user + "]";
    }
}
