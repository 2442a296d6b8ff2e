package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.scim.schema.ResourceType;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.user.Person;
import io.roster.user.ServicedPeople;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Writes for {@link Pools}: who has what, the person's document with its event, and what is
 * to be written to Okta, in one transaction a call.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AssignmentWriter {

    @Inject
    private ServicedPeople people;

    @Inject
    private Assignments assignments;

    @Inject
    private ServiceRecorder recorder;

    /** As {@link Pools#assign}. */
    public Void assign(
            Caller caller, ResourceType type, PoolKind kind, String personId, String value, boolean replacing) {
        if (assignments.assign(kind, locked(personId), value, replacing)) {
            recorder.record(caller, type, List.of(personId));
        }
        return null;
    }

    /** As {@link Pools#assignNext}. */
    public String assignNext(Caller caller, ResourceType type, Within within, String personId, boolean replacing) {
        String value = assignments.assignNext(within, locked(personId), replacing);
        recorder.record(caller, type, List.of(personId));
        return value;
    }

    /** As {@link Pools#release}; with a value, only if it is this one that the person has. */
    public Optional<String> release(Caller caller, ResourceType type, PoolKind kind, String personId, String value) {
        locked(personId);
        if (value != null
                && assignments.of(kind, personId).filter(value::equals).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> released = assignments.release(kind, personId);
        if (released.isPresent()) {
            recorder.record(caller, type, List.of(personId));
        }
        return released;
    }

    private Person locked(String personId) {
        return people.lock(List.of(personId)).stream()
                .findFirst()
                .orElseThrow(() -> new NumberRefused(Reason.NO_PERSON));
    }
}
