package io.roster.mail;

import io.roster.access.Roles;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The outbox of mail as the console shows it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailOutbox {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private MailOutboxWriter writer;

    /**
     * Mails of a state.
     *
     * @param state which
     * @param most how many at most
     * @return the newest first
     */
    public List<OutgoingMail> list(MailState state, int most) {
        return entities.createQuery(
                        "select m from OutgoingMail m where m.state = :state order by m.created desc, m.id desc",
                        OutgoingMail.class)
                .setParameter("state", state)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * @param state which
     * @return how many mails are in it
     */
    public long count(MailState state) {
        return entities.createQuery("select count(m) from OutgoingMail m where m.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    /**
     * Sends a mail again that waits or is parked, within seconds; nothing where it is sent already.
     *
     * @param id the id of the mail
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void retry(String id) {
        Conflicts.retried(() -> writer.retry(id, Documents.now()));
    }
}
