package io.roster.mail;

import io.roster.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Writes for {@link MailOutbox}. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailOutboxWriter {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /** As {@link MailOutbox#retry}. */
    public Void retry(String id, Instant now) {
        OutgoingMail mail = entities.find(OutgoingMail.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mail != null && mail.getState() != MailState.SENT) {
            mail.forgetAttempts();
            mail.retry(now);
        }
        return null;
    }
}
