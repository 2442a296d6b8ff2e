package io.roster.mail;

import io.roster.mail.MailRefused.Reason;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How mail is sent, as an administrator typed it.
 *
 * @param host the mail server's name or address
 * @param port its port
 * @param security how the connection is protected
 * @param user whom to sign in as; blank or {@code null} for nobody
 * @param password a new password; empty or {@code null} for the one that is stored
 * @param sender the address that mails are from
 */
public record MailForm(String host, Integer port, MailSecurity security, String user, String password, String sender) {

    private static final Pattern HOST =
            Pattern.compile("(?!-)[A-Za-z0-9.-]{1,253}(?<![.-])|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern CREDENTIAL = Pattern.compile("\\P{Cntrl}{1,255}");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int LAST_PORT = 65_535;

    String checkedHost() {
        String name = host == null ? "" : host.strip();
        if (name.isEmpty()) {
            throw new MailRefused(Reason.HOST_MISSING, "host");
        } else if (!HOST.matcher(name).matches()) {
            throw new MailRefused(Reason.HOST_NONE, "host");
        }
        return name;
    }

    int checkedPort() {
        if (port == null || port < 1 || port > LAST_PORT) {
            throw new MailRefused(Reason.PORT, "port");
        }
        return port;
    }

    /** Whom to sign in as; {@code null} for nobody. */
    String checkedUser() {
        if (user == null || user.isBlank()) {
            return null;
        }
        String name = user.strip();
        if (!CREDENTIAL.matcher(name).matches()) {
            throw new MailRefused(Reason.USER, "user");
        } else if (security == MailSecurity.NONE && !HERE.contains(checkedHost())) {
            throw new MailRefused(Reason.PASSWORD_IN_CLEAR, "security");
        }
        return name;
    }

    boolean hasPassword() {
        return password != null && !password.isEmpty();
    }

    String checkedPassword() {
        if (!CREDENTIAL.matcher(password).matches()) {
            throw new MailRefused(Reason.PASSWORD_NONE, "password");
        }
        return password;
    }

    String checkedSender() {
        return MailAddresses.sender(sender);
    }

    /** Leaves the password out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "MailForm[" + host + ":" + port + ", " + security + ", " + user + ", " + sender + "]";
    }
}
