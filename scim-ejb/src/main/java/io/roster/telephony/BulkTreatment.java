package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.scim.schema.ResourceType;
import io.roster.user.Deletion;
import io.roster.user.Deletion.Removed;
import io.roster.user.Person;
import io.roster.user.ServicedPeople;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What bulk work does to one person, within the transaction that also writes down what came of it. */
@Dependent
class BulkTreatment {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private ServicedPeople people;

    @Inject
    private Deletion deletion;

    @Inject
    private Assignments assignments;

    @Inject
    private Rows rows;

    @Inject
    private PersonSeats seats;

    @Inject
    private ServiceRecorder recorder;

    /**
     * What was done.
     *
     * @param given the number, extension or licence that was assigned or released, or the user name of who was removed
     * @param kept why the person has the licence still; {@code null} where nothing is kept
     */
    record Treated(String given, BulkReason kept) {}

    /**
     * Does it.
     *
     * @throws BulkRefused when it cannot be done
     */
    Treated apply(Caller caller, ResourceType type, BulkWork work, String personId) {
        if (work.action().isRemoval()) {
            return remove(caller, type, personId);
        }
        Person person = people.lock(List.of(personId)).stream()
                .findFirst()
                .orElseThrow(() -> new BulkRefused(BulkReason.GONE, null));
        if (work.action().assigns() && !person.isActive()) {
            throw new BulkRefused(BulkReason.DEACTIVATED, null);
        }
        Treated treated =
                switch (work.action()) {
                    // A blank subject is kept as none.
                    case ASSIGN_NUMBER ->
                        next(Within.prefix(PoolKind.NUMBER, work.subject() == null ? "" : work.subject()), person);
                    case ASSIGN_EXTENSION -> next(Within.range(work.subject()), person);
                    case RELEASE_NUMBER -> release(PoolKind.NUMBER, personId);
                    case RELEASE_EXTENSION -> release(PoolKind.EXTENSION, personId);
                    case GIVE_BACK_NUMBER -> giveBack(PoolKind.NUMBER, work, personId);
                    case GIVE_BACK_EXTENSION -> giveBack(PoolKind.EXTENSION, work, personId);
                    case ADD_NUMBERS, REMOVE_PERSON ->
                        throw new IllegalArgumentException("not about services of people: " + work.id());
                    case ASSIGN_LICENSE, RELEASE_LICENSE -> seat(caller, work, personId);
                };
        recorder.record(caller, type, List.of(personId));
        return treated;
    }

    private Treated remove(Caller caller, ResourceType type, String personId) {
        Removed removed = deletion.deactivated(caller, type, personId);
        return switch (removed.result()) {
            case DELETED -> new Treated(removed.userName(), null);
            case ACTIVE -> throw new BulkRefused(BulkReason.ACTIVE, null);
            case GONE -> throw new BulkRefused(BulkReason.GONE, null);
        };
    }

    private Treated next(Within within, Person person) {
        Optional<String> held = assignments.of(within.kind(), person.getId());
        if (held.isPresent()) {
            throw new BulkRefused(BulkReason.HAS_ONE, held.get());
        }
        try {
            return new Treated(assignments.assignNext(within, person, false), null);
        } catch (NumberRefused noneFree) {
            throw new BulkRefused(BulkReason.NONE_FREE, null);
        }
    }

    private Treated release(PoolKind kind, String personId) {
        return assignments
                .release(kind, personId)
                .map(released -> new Treated(released, null))
                .orElseThrow(() -> new BulkRefused(BulkReason.HAS_NONE, null));
    }

    private Treated giveBack(PoolKind kind, BulkWork work, String personId) {
        Optional<String> held = assignments.of(kind, personId);
        if (held.isPresent()) {
            throw new BulkRefused(BulkReason.HAS_ONE, held.get());
        }
        String value = rows.text(
                        "select given from bulk_person where work_id = ? and person_id = ?", work.id(), personId)
                .orElseThrow();
        if (!assignments.giveBack(kind, personId, value)) {
            throw new BulkRefused(BulkReason.GIVEN_AWAY, null);
        }
        return new Treated(value, null);
    }

    private Treated seat(Caller caller, BulkWork work, String personId) {
        LockedLicense license = LockedLicense.find(entities, work.subject(), List.of(personId))
                .orElseThrow(() -> new BulkRefused(BulkReason.LICENSE_GONE, null));
        SeatResult result =
                work.action().assigns() ? license.assign(personId, caller.name()) : license.release(personId);
        String name = license.license().getDisplayName();
        return switch (result) {
            case ASSIGNED -> new Treated(name, null);
            case RELEASED -> {
                seats.noteFreedSeat(work.subject(), personId);
                yield new Treated(name, null);
            }
            // Not refused: the administrator's own reason is gone, as it is when one is released by itself.
            case KEPT_BY_GROUP -> new Treated(name, BulkReason.KEPT_BY_GROUP);
            case KEPT_BY_OKTA -> new Treated(name, BulkReason.KEPT_BY_OKTA);
            case HAD_IT -> throw new BulkRefused(BulkReason.HAS_ONE, name);
            case NOT_HELD -> throw new BulkRefused(BulkReason.HAS_NONE, null);
            default -> throw new BulkRefused(BulkReason.valueOf(result.name()), null);
        };
    }
}
