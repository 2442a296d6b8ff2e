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

/** Writes the events of what is refused. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Refusals {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private UnknownCallers unknownCallers;

    /**
     * Records a refusal in a transaction of its own, because that of the request is gone. Of callers without valid
     * credentials only so many a minute are recorded, or a stranger could fill the disk.
     *
     * @param entry what was refused
     */
    public void record(Entry entry) {
        Instant now = Instant.now();
        if (entry.caller().kind() != Caller.Kind.UNKNOWN || unknownCallers.isWorthRecording(now)) {
            entities.persist(new AuditEvent(Ids.next(), now, entry));
        }
    }
}
