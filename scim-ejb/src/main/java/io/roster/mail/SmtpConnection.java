package io.roster.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A connection to a mail server, for one thread. */
class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmtpConnection.class.getName());

    private final Session session;
    private final Transport transport;
    private final String sender;

    SmtpConnection(Session session, Transport transport, String sender) {
        this.session = session;
        this.transport = transport;
        this.sender = sender;
    }

    /**
     * Sends a mail.
     *
     * @param mail the mail; however often it is sent, it has the same {@code Message-ID}
     * @param recipients addresses, at least one
     * @return what came of it
     */
    Delivery send(OutgoingMail mail, List<String> recipients) {
        try {
            MimeMessage message = message(mail, recipients);
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery(List.of(), List.of(), null);
        } catch (SendFailedException e) {
            return SmtpReplies.ofMail(e, recipients);
        } catch (MessagingException e) {
            return new Delivery(recipients, List.of(), SmtpReplies.ofConnection(e));
        }
    }

    private MimeMessage message(OutgoingMail mail, List<String> recipients) throws MessagingException {
        MimeMessage message = new Identified(session, "<" + mail.getId() + "@roster.local>");
        message.setFrom(new InternetAddress(sender));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(mail.getSubject(), "UTF-8");
        message.setText(mail.getContent(), "UTF-8");
        message.setSentDate(Date.from(mail.getCreated()));
        // RFC 3834: nobody's holiday note answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "The mail server ended the connection first", e);
        }
    }

    /** A message that keeps its id: Jakarta Mail would give it another one. */
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
