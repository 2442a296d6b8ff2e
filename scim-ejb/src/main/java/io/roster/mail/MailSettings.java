package io.roster.mail;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.mail.MailRefused.Reason;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The settings of mail as the console shows, tries and saves them. No password comes out of here. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSettings {

    /** The id under which events tell of changes of settings of mail. */
    public static final String RESOURCE = "mail-settings";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private MailSettingsWriter writer;

    @Inject
    private MailServers servers;

    @Inject
    private Smtp smtp;

    @Resource
    private SessionContext session;

    /** {@return what is saved, or what a new Roster begins with} */
    public MailConfiguration read() {
        return entities.find(MailConfiguration.class, MailConfiguration.ONLY);
    }

    /** {@return false when the stored password was sealed with another ROSTER_SECRET_KEY and has to be entered again} */
    public boolean isPasswordReadable() {
        return servers.isReadable(read());
    }

    /**
     * Saves how mail is sent. Without a user name a stored password is removed.
     *
     * @param form what was typed
     * @param seen when what stood on the page was saved ({@link MailConfiguration#getServerSaved()})
     * @throws MailRefused when something is missing or is none, or somebody else has saved since then
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void save(MailForm form, Instant seen) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.save(caller, form, seen));
    }

    /**
     * Saves who gets notices to administrators.
     *
     * @param recipients addresses separated by commas, blanks or line ends; empty for nobody
     * @param seen when what stood on the page was saved ({@link MailConfiguration#getNoticesSaved()})
     * @throws MailRefused when one is none, they are more than {@value MailAddresses#MOST}, or somebody else has saved since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void notify(String recipients, Instant seen) {
        Caller caller = caller();
        List<String> addresses = MailAddresses.list(recipients, "recipients");
        Conflicts.retried(() -> writer.notify(caller, addresses, seen));
    }

    /**
     * Sends a mail at once, with what was typed, saved or not. It is not put into the outbox.
     *
     * @param form what was typed; where no password was, the stored one counts, for the stored host only
     * @param to addresses to send it to
     * @param subject the mail's subject
     * @param text its text
     * @return what went wrong; empty when the mail server took it for everybody
     * @throws MailRefused when something is missing or is none
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<MailTrouble> test(MailForm form, String to, String subject, String text) {
        MailServer server = servers.draft(form, read());
        List<String> addresses = MailAddresses.list(to, "to");
        if (addresses.isEmpty()) {
            throw new MailRefused(Reason.NOBODY, "to");
        }
        OutgoingMail mail = new OutgoingMail(Ids.next(), subject, text, Documents.now());
        try (SmtpConnection connection = smtp.connect(server)) {
            return Optional.ofNullable(connection.send(mail, addresses).trouble());
        } catch (MailFailure failure) {
            return Optional.of(failure.trouble());
        }
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}
