package io.roster.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** Opens connections to mail servers. Never within a database transaction: it may take minutes. */
@Dependent
class Smtp {

    /** How long the mail server may take to be reached, and then for each answer; in milliseconds. */
    private static final String CONNECT_MILLIS = "10000";

    private static final String ANSWER_MILLIS = "30000";

    /**
     * Connects, and signs in where there is a user.
     *
     * @throws MailFailure when that fails
     */
    SmtpConnection connect(MailServer server) throws MailFailure {
        Session session = Session.getInstance(properties(server));
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return new SmtpConnection(session, transport, server.sender());
        } catch (AuthenticationFailedException e) {
            throw new MailFailure(new MailTrouble(MailProblem.AUTHENTICATION, e.getMessage()), e);
        } catch (MessagingException e) {
            throw new MailFailure(SmtpReplies.ofConnection(e), e);
        }
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        set(properties, "connectiontimeout", CONNECT_MILLIS);
        set(properties, "timeout", ANSWER_MILLIS);
        set(properties, "writetimeout", ANSWER_MILLIS);
        set(properties, "auth", Boolean.toString(server.user() != null));
        set(properties, "starttls.enable", Boolean.toString(server.security() == MailSecurity.STARTTLS));
        set(properties, "starttls.required", Boolean.toString(server.security() == MailSecurity.STARTTLS));
        set(properties, "ssl.enable", Boolean.toString(server.security() == MailSecurity.TLS));
        set(properties, "ssl.checkserveridentity", "true");
        set(properties, "ssl.protocols", "TLSv1.2 TLSv1.3");
        // Whom some of its recipients refuse goes to the others.
        set(properties, "sendpartial", "true");
        try {
            // The server's own trust, instead of that of whichever provider of sockets Java finds first.
            properties.put(
                    "mail.smtp.ssl.socketFactory", SSLContext.getDefault().getSocketFactory());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
        return properties;
    }

    private static void set(Properties properties, String name, String value) {
        properties.setProperty("mail.smtp." + name, value);
    }
}
