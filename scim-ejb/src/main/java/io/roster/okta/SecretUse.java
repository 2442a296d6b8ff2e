package io.roster.okta;

import io.roster.okta.StoredSecret.Kind;
import io.roster.okta.StoredSecret.State;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** Remembers, to the minute, when a secret was last used. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SecretUse {

    private static final Duration GRAIN = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * Notes that Roster signs in at Okta now.
     *
     * @param authentication how
     */
    public void note(Authentication authentication) {
        Instant now = Instant.now();
        entities.createQuery("update StoredSecret s set s.lastUsed = :now where s.kind = :kind and s.state = :state"
                        + " and (s.lastUsed is null or s.lastUsed < :before)")
                .setParameter("now", now)
                .setParameter("kind", authentication == Authentication.API_TOKEN ? Kind.API_TOKEN : Kind.PRIVATE_KEY)
                .setParameter("state", State.CURRENT)
                .setParameter("before", now.minus(GRAIN))
                .executeUpdate();
    }
}
