package io.roster.mail;

import io.roster.mail.MailRefused.Reason;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Ids;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Sends what is due of the outbox. For the server's own timer: no page and no request gets here. Of several servers, one
 * claims a mail; what the mail server says of it is written down afterwards, so that a server that is killed in between has
 * its mail sent again by another one, under the same {@code Message-ID}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSender {

    private static final int AT_ONCE = 50;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private MailSenderWriter writer;

    @Inject
    private MailServers servers;

    @Inject
    private Smtp smtp;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Sends what is due.
     *
     * @param now what is due by then, and nobody is sending
     */
    public void send(Instant now) {
        List<String> due = due(now);
        if (due.isEmpty()) {
            return;
        }
        MailConfiguration settings = entities.find(MailConfiguration.class, MailConfiguration.ONLY);
        Optional<MailTrouble> missing = missing(settings);
        if (missing.isPresent()) {
            fail(due, missing.get(), now);
            return;
        }
        try (SmtpConnection connection = smtp.connect(servers.current(settings))) {
            send(due, settings.getRecipients(), connection, now);
        } catch (MailFailure failure) {
            fail(due, failure.trouble(), now);
        }
    }

    private void send(List<String> due, List<String> noticed, SmtpConnection connection, Instant now) {
        for (String id : due) {
            String claim = Ids.next();
            Optional<OutgoingMail> claimed = Conflicts.retried(() -> writer.claim(id, claim, now));
            if (claimed.isPresent() && isLost(claimed.get(), claim, noticed, connection, now)) {
                return;
            }
        }
    }

    private boolean isLost(
            OutgoingMail mail, String claim, List<String> noticed, SmtpConnection connection, Instant now) {
        List<String> recipients = mail.recipients(noticed);
        // Those who have not got it get no notices any more.
        Delivery delivery =
                recipients.isEmpty() ? new Delivery(List.of(), List.of(), null) : connection.send(mail, recipients);
        Conflicts.retried(() -> writer.note(mail.getId(), claim, recipients, delivery, now));
        return delivery.isConnectionLost();
    }

    private List<String> due(Instant now) {
        return Sql.of(
                        "select id from mail_outbox where state = 'WAITING' and due_at <= ? and claimed_until <= ?"
                                + " order by due_at, id fetch first ? rows only",
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        AT_ONCE)
                .list(dataSource, row -> row.getString(1));
    }

    private Optional<MailTrouble> missing(MailConfiguration settings) {
        try {
            servers.current(settings);
        } catch (MailRefused refused) {
            return Optional.of(new MailTrouble(
                    refused.reason() == Reason.UNREADABLE ? MailProblem.UNREADABLE : MailProblem.NO_SERVER, ""));
        }
        return settings.getRecipients().isEmpty()
                ? Optional.of(new MailTrouble(MailProblem.NO_RECIPIENTS, ""))
                : Optional.empty();
    }

    private void fail(List<String> due, MailTrouble trouble, Instant now) {
        due.forEach(id -> Conflicts.retried(() -> writer.fail(id, trouble, now)));
    }
}
