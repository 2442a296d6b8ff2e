package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.outbox.Changed;
import io.roster.outbox.Outbox;
import io.roster.persistence.Documents;
import io.roster.user.PersonLifecycle;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What becomes of services when people leave, come back or are deleted, in the transaction in which they do. */
@Dependent
public class LeaversServices {

    @Inject
    private Departures departures;

    @Inject
    private Freeing freeing;

    @Inject
    private Homecoming homecoming;

    @Inject
    private PolicyRows policies;

    @Inject
    private Outbox outbox;

    @Inject
    private ServiceRecorder recorder;

    void follow(@Observes PersonLifecycle event) {
        Instant now = Documents.now();
        switch (event.kind()) {
            case DEACTIVATED -> {
                leave(event, now);
                tellOkta(event, false);
            }
            case REACTIVATED -> {
                homecoming.of(event, now);
                tellOkta(event, true);
            }
            case DELETED -> freeing.forget(event.personId());
            default -> {
                // Nothing of services depends on it.
            }
        }
    }

    // What Okta pushes it knows already.
    private void tellOkta(PersonLifecycle event, boolean active) {
        if (event.caller().kind() == Caller.Kind.ADMINISTRATOR && event.externalId() != null) {
            outbox.lifecycle(List.of(new Changed(event.personId(), event.externalId())), active);
        }
    }

    private void leave(PersonLifecycle event, Instant now) {
        departures.add(event.personId(), now);
        List<ServiceKind> atOnce = policies.all().stream()
                .filter(ServicePolicy::freesAtOnce)
                .map(ServicePolicy::kind)
                .toList();
        if (freeing.free(event.personId(), atOnce, now)) {
            recorder.record(event.caller(), event.type(), List.of(event.personId()));
        }
    }
}
