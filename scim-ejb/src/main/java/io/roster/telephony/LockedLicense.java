package io.roster.telephony;

import io.roster.entitlement.License;
import io.roster.persistence.Documents;
import io.roster.telephony.LicenseRefused.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One licence under the lock of its row, with the seats of some people whose rows are locked already. Every seat is taken
 * and freed here, which is why there are never more than there are.
 */
final class LockedLicense {

    private final EntityManager entities;
    private final License license;
    private final Map<String, LicenseSeat> seats = new HashMap<>();
    private final Set<String> changed = new TreeSet<>();
    private final Instant now = Documents.now();

    private LockedLicense(EntityManager entities, License license) {
        this.entities = entities;
        this.license = license;
    }

    /** Locks a licence; empty where there is none of that id. */
    static Optional<LockedLicense> find(EntityManager entities, String licenseId, Collection<String> personIds) {
        License license = entities.find(License.class, licenseId, LockModeType.PESSIMISTIC_WRITE);
        if (license == null) {
            return Optional.empty();
        }
        LockedLicense locked = new LockedLicense(entities, license);
        if (!personIds.isEmpty()) {
            entities.createQuery(
                            "select s from LicenseSeat s where s.licenseId = :license and s.personId in :ids",
                            LicenseSeat.class)
                    .setParameter("license", licenseId)
                    .setParameter("ids", List.copyOf(personIds))
                    .getResultStream()
                    .forEach(seat -> locked.seats.put(seat.getPersonId(), seat));
        }
        return Optional.of(locked);
    }

    /** As {@link #find}, for a licence that an administrator named. */
    static LockedLicense of(EntityManager entities, String licenseId, Collection<String> personIds) {
        return find(entities, licenseId, personIds).orElseThrow(() -> new LicenseRefused(Reason.LICENSE_GONE));
    }

    License license() {
        return license;
    }

    /** Those who got the licence, or no longer have it. */
    Set<String> changed() {
        return changed;
    }

    SeatResult assign(String personId, String by) {
        LicenseSeat seat = seats.get(personId);
        if (seat != null && seat.is(SeatState.HELD)) {
            SeatResult result = seat.isByHand() ? SeatResult.HAD_IT : SeatResult.ASSIGNED;
            if (result == SeatResult.ASSIGNED) {
                seat.assign(by);
            }
            return result;
        }
        if (!license.hasFreeSeat()) {
            return SeatResult.NO_SEAT;
        }
        LicenseSeat taken = seat != null ? seat : added(personId, by);
        taken.assign(by);
        hold(taken);
        return SeatResult.ASSIGNED;
    }

    SeatResult release(String personId) {
        LicenseSeat seat = seats.get(personId);
        if (seat == null) {
            return SeatResult.NOT_HELD;
        }
        seat.unassign();
        if (seat.hasReason()) {
            return seat.isByGroup() ? SeatResult.KEPT_BY_GROUP : SeatResult.KEPT_BY_OKTA;
        }
        remove(seat);
        return SeatResult.RELEASED;
    }

    /** Brings the reasons in line that are not an administrator's. Who gets a reason and no seat waits for one. */
    void bring(String personId, boolean inGroup, boolean givenByOkta, String by) {
        LicenseSeat seat = seats.get(personId);
        if (seat == null && !inGroup && !givenByOkta) {
            return;
        }
        LicenseSeat brought = seat != null ? seat : added(personId, by);
        brought.bring(inGroup, givenByOkta);
        if (!brought.hasReason()) {
            remove(brought);
        } else if (!brought.is(SeatState.HELD)) {
            holdOrWait(brought);
        }
    }

    /** Gives a seat to somebody who waits, where one is free. */
    void serve(String personId) {
        LicenseSeat seat = seats.get(personId);
        if (seat != null && seat.is(SeatState.WAITING)) {
            holdOrWait(seat);
        }
    }

    /** Frees the seat of somebody who is deactivated; whoever waits no longer does. */
    void giveUp(String personId) {
        LicenseSeat seat = seats.get(personId);
        if (seat != null) {
            free(seat);
            seat.become(SeatState.GIVEN_UP, now);
        }
    }

    boolean hasGivenUp(String personId) {
        LicenseSeat seat = seats.get(personId);
        return seat != null && seat.is(SeatState.GIVEN_UP);
    }

    /** Gives a seat back; where none is left, the person waits. Whether there was one. */
    boolean takeBack(String personId) {
        LicenseSeat seat = seats.get(personId);
        holdOrWait(seat);
        return seat.is(SeatState.HELD);
    }

    /** Forgets a person. */
    void forget(String personId) {
        LicenseSeat seat = seats.get(personId);
        if (seat != null) {
            remove(seat);
        }
    }

    private LicenseSeat added(String personId, String by) {
        LicenseSeat added = new LicenseSeat(license.getId(), personId, by);
        seats.put(personId, added);
        // Its state is set before anything is flushed.
        entities.persist(added);
        return added;
    }

    private void holdOrWait(LicenseSeat seat) {
        if (license.hasFreeSeat()) {
            hold(seat);
        } else {
            seat.become(SeatState.WAITING, now);
        }
    }

    private void hold(LicenseSeat seat) {
        license.takeSeat();
        seat.become(SeatState.HELD, now);
        changed.add(seat.getPersonId());
    }

    private void free(LicenseSeat seat) {
        if (seat.is(SeatState.HELD)) {
            license.freeSeat();
            changed.add(seat.getPersonId());
        }
    }

    private void remove(LicenseSeat seat) {
        free(seat);
        seats.remove(seat.getPersonId());
        entities.remove(seat);
    }
}
