package io.roster.telephony;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes services from people who have left, within the transaction that holds the person's lock. */
@Dependent
class Freeing {

    @Inject
    private Departures departures;

    @Inject
    private Assignments assignments;

    @Inject
    private PersonSeats seats;

    @Inject
    private Rows rows;

    /**
     * Frees what the person has of some kinds and remembers it. Whoever calls has the documents written.
     *
     * @return whether there was anything
     */
    boolean free(String personId, List<ServiceKind> kinds, Instant now) {
        boolean any = false;
        for (ServiceKind kind : kinds) {
            any |= kind == ServiceKind.LICENSE ? !seats.giveUp(personId).isEmpty() : freeUnique(personId, kind, now);
        }
        return any;
    }

    private boolean freeUnique(String personId, ServiceKind kind, Instant now) {
        Optional<String> released = assignments.release(kind.pool(), personId);
        released.ifPresent(subject -> departures.remember(personId, new FreedService(kind, subject), now));
        return released.isPresent();
    }

    /** Takes number and extension from a person who is deleted, and forgets that there was any; seats see to themselves. */
    void forget(String personId) {
        assignments.release(PoolKind.NUMBER, personId);
        assignments.release(PoolKind.EXTENSION, personId);
        departures.remove(personId);
        departures.forgetFreed(personId);
        rows.change("delete from service_note where person_id = ?", personId);
    }
}
