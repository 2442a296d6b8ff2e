package io.roster.telephony;

import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Entry;
import io.roster.telephony.PersonSeats.Returned;
import io.roster.user.PersonLifecycle;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gives people who are reactivated what was freed of theirs, and notes what they do not get back. */
@Dependent
class Homecoming {

    @Inject
    private Departures departures;

    @Inject
    private Assignments assignments;

    @Inject
    private PersonSeats seats;

    @Inject
    private Rows rows;

    @Inject
    private AuditTrail audit;

    @Inject
    private ServiceRecorder recorder;

    void of(PersonLifecycle event, Instant now) {
        String personId = event.personId();
        List<FreedService> freed = departures.freed(personId);
        List<Returned> givenUp = seats.takeBack(personId);
        departures.remove(personId);
        departures.forgetFreed(personId);
        if (freed.isEmpty() && givenUp.isEmpty()) {
            return;
        }
        List<LostService> lost = new ArrayList<>();
        for (FreedService service : freed) {
            note(lost, service, takeBack(service.kind().pool(), service.subject(), personId), now);
        }
        for (Returned seat : givenUp) {
            ServiceReturn outcome = seat.held() ? ServiceReturn.TAKEN_BACK : ServiceReturn.NO_SEAT;
            note(lost, new FreedService(ServiceKind.LICENSE, seat.licenseId()), outcome, now);
        }
        recorder.record(event.caller(), event.type(), List.of(personId));
        if (!lost.isEmpty()) {
            tell(event, lost);
        }
    }

    private ServiceReturn takeBack(PoolKind kind, String subject, String personId) {
        if (assignments.of(kind, personId).isPresent()) {
            return ServiceReturn.HAS_ANOTHER;
        } else if (assignments.giveBack(kind, personId, subject)) {
            return ServiceReturn.TAKEN_BACK;
        }
        String inPool = "select " + kind.column() + " from " + kind.table() + " where " + kind.column() + " = ?";
        return rows.text(inPool, subject).isPresent() ? ServiceReturn.GIVEN_AWAY : ServiceReturn.REMOVED;
    }

    private static void note(List<LostService> lost, FreedService service, ServiceReturn outcome, Instant now) {
        if (outcome.isLost()) {
            lost.add(new LostService(service, outcome, now));
        }
    }

    private void tell(PersonLifecycle event, List<LostService> lost) {
        rows.change("delete from service_note where person_id = ?", event.personId());
        for (LostService one : lost) {
            rows.change(
                    "insert into service_note (person_id, kind, subject, reason, noted_at) values (?, ?, ?, ?, ?)",
                    event.personId(),
                    one.service().kind().name(),
                    one.service().subject(),
                    one.reason().name(),
                    one.noted().toEpochMilli());
        }
        String detail = lost.stream().map(LostService::sentence).collect(Collectors.joining(" "));
        audit.record(Entry.told(
                event.caller(), Action.SERVICES_LOST, "User", event.personId(), userName(event.personId()), detail));
    }

    private String userName(String personId) {
        return rows.text("select user_name from person where id = ?", personId).orElse(null);
    }
}
