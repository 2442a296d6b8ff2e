package io.roster.audit;

import io.roster.access.Caller;
import io.roster.persistence.Ids;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Writes events. */
@Stateless
@PermitAll
public class AuditTrail {

    static final int LONGEST_DETAIL = 1000;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private UnknownCallers unknownCallers;

    /**
     * Records what the running transaction does, in that transaction: both are kept, or neither is.
     *
     * @param entry what was done
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(Entry entry) {
        entities.persist(new AuditEvent(Ids.next(), Instant.now(), entry));
    }

    /**
     * Records a refusal in a transaction of its own, because that of the request is gone. Of callers without valid
     * credentials only so many a minute are recorded, or a stranger could fill the disk.
     *
     * @param entry what was refused
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(Entry entry) {
        Instant now = Instant.now();
        if (entry.caller().kind() != Caller.Kind.UNKNOWN || unknownCallers.isWorthRecording(now)) {
            entities.persist(new AuditEvent(Ids.next(), now, entry));
        }
    }
}
