package io.roster.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** Remembers when a token was last used: to the minute, and after the answer, so that no request waits for it. */
@Stateless
@PermitAll
public class TokenUse {

    private static final Duration GRAIN = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    static boolean isWorthNoting(StoredToken token, Instant now) {
        Instant last = token.lastUsed();
        return last == null || last.plus(GRAIN).isBefore(now);
    }

    /**
     * Stores a use, unless a later or nearly equal one is stored.
     *
     * @param id the token's id
     * @param now when it was used
     */
    @Asynchronous
    public void store(String id, Instant now) {
        entities.createQuery("update ApiToken t set t.lastUsed = :now"
                        + " where t.id = :id and (t.lastUsed is null or t.lastUsed < :before)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("before", now.minus(GRAIN))
                .executeUpdate();
    }
}
