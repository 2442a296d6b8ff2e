package io.roster.telephony;

import io.roster.user.PersonLifecycle;
import io.roster.user.PersonLifecycle.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/**
 * All seats of one person, within the transaction that deactivates, brings back or deletes that person, whose row it has
 * locked. It records nothing in the document: that is {@link ServiceRecorder}'s, once, when all services are as they are
 * to be.
 */
@Dependent
public class PersonSeats {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private PendingSeats pending;

    /**
     * A seat that was to come back.
     *
     * @param licenseId the id of the licence type
     * @param held whether the person has it; otherwise no seat was left and the person waits for one
     */
    public record Returned(String licenseId, boolean held) {}

    /**
     * Frees the seats of somebody who is deactivated, for somebody else to have. What they were held for is kept.
     *
     * @param personId the SCIM id
     * @return the ids of the licence types of which a seat was freed
     */
    public List<String> giveUp(String personId) {
        List<String> freed = new ArrayList<>();
        for (String licenseId : licensesOf(personId)) {
            LockedLicense.find(entities, licenseId, List.of(personId)).ifPresent(license -> {
                license.giveUp(personId);
                if (!license.changed().isEmpty()) {
                    freed.add(licenseId);
                    noteFreedSeat(licenseId, personId);
                }
            });
        }
        return freed;
    }

    /**
     * Gives back what {@link #giveUp} freed. Where no seat is left, the person waits for one.
     *
     * @param personId the SCIM id
     * @return the licences that were given up; those that were deleted since are left out
     */
    public List<Returned> takeBack(String personId) {
        List<Returned> returned = new ArrayList<>();
        for (String licenseId : licensesOf(personId)) {
            LockedLicense.find(entities, licenseId, List.of(personId))
                    .filter(license -> license.hasGivenUp(personId))
                    .ifPresent(license -> returned.add(new Returned(licenseId, license.takeBack(personId))));
        }
        return returned;
    }

    void deleted(@Observes PersonLifecycle event) {
        if (event.kind() == Kind.DELETED) {
            for (String licenseId : licensesOf(event.personId())) {
                LockedLicense.find(entities, licenseId, List.of(event.personId()))
                        .ifPresent(license -> {
                            license.forget(event.personId());
                            noteFreedSeat(licenseId, event.personId());
                        });
            }
            entities.flush();
        }
    }

    /** Sees to it that somebody who waits gets a seat that was freed. */
    void noteFreedSeat(String licenseId, String personId) {
        boolean awaited = !entities.createQuery(
                        "select s.personId from LicenseSeat s where s.licenseId = :license and s.state = :waiting",
                        String.class)
                .setParameter("license", licenseId)
                .setParameter("waiting", SeatState.WAITING)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (awaited) {
            pending.leave(personId, List.of(licenseId));
        }
    }

    // In one order, so that two who lock several licences wait for each other instead of forever.
    private List<String> licensesOf(String personId) {
        return entities.createQuery(
                        "select s.licenseId from LicenseSeat s where s.personId = :person order by s.licenseId",
                        String.class)
                .setParameter("person", personId)
                .getResultList();
    }
}
