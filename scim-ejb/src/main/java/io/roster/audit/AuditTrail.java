package io.roster.audit;

import io.roster.persistence.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Writes the events of what is carried out. */
@Dependent
public class AuditTrail {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * Records what the running transaction does, in that transaction: both are kept, or neither is.
     *
     * @param entry what was done
     */
    public void record(Entry entry) {
        entities.persist(new AuditEvent(Ids.next(), Instant.now(), entry));
    }
}
