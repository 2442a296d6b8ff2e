package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.scim.schema.ResourceType;
import io.roster.user.ServicedPeople;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes for {@link GraceEnd}: all that is freed of one person in one transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GraceEndWriter {

    private static final Caller ROSTER = new Caller(Caller.Kind.SYSTEM, null, "Roster", Scope.WRITE, null);

    @Inject
    private ServicedPeople people;

    @Inject
    private Departures departures;

    @Inject
    private PolicyRows policies;

    @Inject
    private Freeing freeing;

    @Inject
    private ServiceRecorder recorder;

    /** As {@link GraceEnd#free}, for one person; returns whether anything was freed. */
    public boolean free(ResourceType type, ServiceKind kind, Instant now, String personId) {
        people.lock(List.of(personId));
        ServicePolicy policy = policies.all().get(kind.ordinal());
        boolean due = departures
                .leftAt(personId)
                .flatMap(policy::dueAt)
                .map(end -> !end.isAfter(now))
                .orElse(false);
        boolean freed = due && freeing.free(personId, List.of(kind), now);
        if (freed) {
            recorder.record(ROSTER, type, List.of(personId));
        }
        return freed;
    }
}
