package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.scim.schema.ResourceType;
import io.roster.user.Person;
import io.roster.user.ServicedPeople;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Assigns and releases licences by hand for {@link Licenses}: one licence and some people in one transaction a call. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LicenseWriter {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private ServicedPeople people;

    @Inject
    private PersonSeats seats;

    @Inject
    private ServiceRecorder recorder;

    /** As {@link Licenses#assign}. */
    public List<SeatOutcome> assign(Caller caller, ResourceType type, String licenseId, List<String> personIds) {
        Map<String, Person> found = lock(personIds);
        LockedLicense license = LockedLicense.of(entities, licenseId, found.keySet());
        List<SeatOutcome> outcomes = new ArrayList<>();
        for (String id : personIds) {
            Person person = found.get(id);
            SeatResult result = person == null
                    ? SeatResult.NOBODY
                    : person.isActive() ? license.assign(id, caller.name()) : SeatResult.DEACTIVATED;
            outcomes.add(new SeatOutcome(id, result));
        }
        recorder.record(caller, type, license.changed());
        return outcomes;
    }

    /** As {@link Licenses#release}. */
    public List<SeatOutcome> release(Caller caller, ResourceType type, String licenseId, List<String> personIds) {
        Map<String, Person> found = lock(personIds);
        LockedLicense license = LockedLicense.of(entities, licenseId, found.keySet());
        List<SeatOutcome> outcomes = new ArrayList<>();
        for (String id : personIds) {
            outcomes.add(new SeatOutcome(id, found.containsKey(id) ? license.release(id) : SeatResult.NOBODY));
        }
        recorder.record(caller, type, license.changed());
        license.changed().stream().findFirst().ifPresent(id -> seats.noteFreedSeat(licenseId, id));
        return outcomes;
    }

    private Map<String, Person> lock(List<String> personIds) {
        return people.lock(personIds).stream().collect(Collectors.toMap(Person::getId, Function.identity()));
    }
}
