package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.scim.schema.ResourceType;
import io.roster.telephony.ServicesRefused.Reason;
import io.roster.user.Person;
import io.roster.user.ServicedPeople;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Writes for {@link AssignedServices}: who has what, and the person's document, in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AssignedServicesWriter {

    @Inject
    private ServicedPeople people;

    @Inject
    private Assignments assignments;

    @Inject
    private ServiceRecorder recorder;

    /** As {@link AssignedServices#assign}. */
    public Void assign(Caller caller, ResourceType type, PoolKind kind, String personId, String seen, String value) {
        assignments.assign(kind, locked(kind, personId, seen), value, true);
        recorder.record(caller, type, List.of(personId));
        return null;
    }

    /** As {@link AssignedServices#assignNext}. */
    public String assignNext(Caller caller, ResourceType type, Within within, String personId, String seen) {
        String value = assignments.assignNext(within, locked(within.kind(), personId, seen), true);
        recorder.record(caller, type, List.of(personId));
        return value;
    }

    /** As {@link AssignedServices#release}. */
    public Void release(Caller caller, ResourceType type, PoolKind kind, String personId, String seen) {
        locked(kind, personId, seen);
        assignments.release(kind, personId);
        recorder.record(caller, type, List.of(personId));
        return null;
    }

    /** As {@link AssignedServices#giveBack}. */
    public Void giveBack(Caller caller, ResourceType type, PoolKind kind, String personId, String value) {
        locked(kind, personId, null);
        if (!assignments.giveBack(kind, personId, value)) {
            throw new ServicesRefused(Reason.NOT_RETURNED, value);
        }
        recorder.record(caller, type, List.of(personId));
        return null;
    }

    private Person locked(PoolKind kind, String personId, String seen) {
        Person person =
                people.lock(List.of(personId)).stream().findFirst().orElseThrow(() -> new ServicesRefused(Reason.GONE));
        String held = assignments.of(kind, personId).orElse(null);
        if (!Objects.equals(held, seen)) {
            throw held == null ? new ServicesRefused(Reason.HAS_NONE) : new ServicesRefused(Reason.HAS_OTHER, held);
        }
        return person;
    }
}
