package io.roster.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The writing side of {@link Logins}: a short transaction each. */
@Stateless
@PermitAll
public class LoginWriter {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * Stores a login, and forgets those that are over.
     *
     * @param hash of the secret
     * @param userName of the administrator, in lower case
     * @param now when it begins
     */
    public void begin(String hash, String userName, Instant now) {
        entities.createQuery("delete from Login l where l.seen <= :idle or l.began <= :old")
                .setParameter("idle", now.minus(Logins.IDLE))
                .setParameter("old", now.minus(Logins.LONGEST))
                .executeUpdate();
        entities.persist(new Login(hash, userName, now));
    }

    /**
     * Notes that a login is in use, after the answer, so that no page waits for it.
     *
     * @param hash of the secret
     * @param now when
     */
    @Asynchronous
    public void seen(String hash, Instant now) {
        entities.createQuery("update Login l set l.seen = :now where l.secretHash = :hash and l.seen < :now")
                .setParameter("now", now)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    /**
     * Forgets a login.
     *
     * @param hash of the secret
     */
    public void end(String hash) {
        entities.createQuery("delete from Login l where l.secretHash = :hash")
                .setParameter("hash", hash)
                .executeUpdate();
    }
}
