package io.roster.mail;

import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Takes mails to administrators. */
@Dependent
public class Mails {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * Puts a mail into the outbox, in the running transaction: it is sent when that is committed, and never otherwise. It
     * goes to whoever gets notices when it is sent.
     *
     * @param subject one line; a longer one than 255 characters is cut
     * @param text plain text
     * @return the id of the mail
     */
    public String put(String subject, String text) {
        OutgoingMail mail = new OutgoingMail(Ids.next(), subject, text, Documents.now());
        entities.persist(mail);
        return mail.getId();
    }
}
