package io.roster.drift;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.drift.OktaSide.SeenGroup;
import io.roster.drift.OktaSide.SeenUser;
import io.roster.drift.Repair.Note;
import io.roster.drift.RepairRefused.Reason;
import io.roster.imports.ComparedGroup;
import io.roster.imports.Comparisons;
import io.roster.imports.ImportRules;
import io.roster.imports.RosterRepair;
import io.roster.imports.RosterRepairs;
import io.roster.persistence.Documents;
import io.roster.scim.protocol.ScimException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Mends what differs, one person or group at a time: each is read anew from both sides, shown as what would be changed
 * where, and done only if that still holds. Each repair is an event.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Repairs {

    @EJB
    private Drifts drifts;

    @EJB
    private DriftComparison comparison;

    @EJB
    private Comparisons comparisons;

    @EJB
    private RosterRepairs roster;

    @EJB
    private ImportRules rules;

    @EJB
    private RepairWriter writer;

    @Inject
    private OktaSide okta;

    @Resource
    private SessionContext session;

    /**
     * What would be changed.
     *
     * @param id of the row
     * @param inOkta whether Okta is brought in line with Roster, and not Roster with Okta
     * @return both sides as they are now
     * @throws RepairRefused when the row is gone
     */
    public Repair propose(String id, boolean inOkta) {
        Drift row = row(id);
        return row.group() ? group(row, inOkta).repair() : person(row, inOkta).repair();
    }

    private Drift row(String id) {
        return drifts.find(id).orElseThrow(() -> new RepairRefused(Reason.ROW_GONE, null));
    }

    /**
     * Does it, and compares the row again: it goes when both sides are equal.
     *
     * @param id of the row
     * @param inOkta whether Okta is changed
     * @param digest of what was shown
     * @param seen when it was shown
     * @throws RepairRefused when it does not hold any more, or Roster or Okta refuses
     */
    public void apply(String id, boolean inOkta, String digest, Instant seen) {
        Drift row = row(id);
        if (row.group()) {
            apply(row, group(row, inOkta), inOkta, digest, seen);
        } else {
            apply(row, person(row, inOkta), inOkta, digest, seen);
        }
    }

    private record OfPerson(SeenUser seen, Repair repair, RosterRepair inRoster) {}

    private OfPerson person(Drift row, boolean inOkta) {
        Instant now = Documents.now();
        SeenUser seen = okta.user(rules.settings().appId(), row.oktaId());
        if (seen.problem() != null) {
            return new OfPerson(
                    seen, RepairDigest.of(row, List.of(), List.of(seen.problem()), seen.detail(), now), null);
        }
        Optional<Drift> fresh = comparison.now(seen.user());
        if (fresh.isEmpty()) {
            return new OfPerson(seen, RepairDigest.of(row, List.of(), List.of(Note.EQUAL), null, now), null);
        } else if (inOkta) {
            OktaRepairs repairs = OktaRepairs.of(fresh.get(), seen);
            return new OfPerson(seen, RepairDigest.of(row, repairs.steps(), repairs.notes(), null, now), null);
        }
        RosterRepair found = roster.of(seen.user()).orElse(null);
        List<Note> notes = new ArrayList<>();
        if (fresh.get().fields().stream().anyMatch(field -> PersonDrift.isTelephony(field.name()))) {
            notes.add(Note.TELEPHONY);
        } else if (found == null) {
            notes.add(Note.APP_ONLY);
        }
        return new OfPerson(seen, RepairDigest.of(row, found, notes, now), found);
    }

    private void apply(Drift row, OfPerson now, boolean inOkta, String digest, Instant seen) {
        requireSame(now.repair(), digest);
        try {
            if (inOkta) {
                inOkta(row, now.repair().steps(), now.seen().etag());
            } else if (!now.inRoster().digest().equals(digest)
                    || !inRoster(() -> roster.apply(caller(), now.seen().user(), digest, seen))) {
                throw new RepairRefused(Reason.CHANGED, null);
            }
        } finally {
            SeenUser after = okta.user(rules.settings().appId(), row.oktaId());
            if (after.problem() == null) {
                comparison.again(row.id(), after.user());
            }
        }
    }

    private record OfGroup(SeenGroup seen, Repair repair, RosterRepair inRoster) {}

    private OfGroup group(Drift row, boolean inOkta) {
        Instant now = Documents.now();
        if (row.kind() == DriftKind.ROSTER_ONLY || row.kind() == DriftKind.OKTA_ONLY && inOkta) {
            return new OfGroup(null, RepairDigest.of(row, List.of(), List.of(Note.GROUP_LEFT), null, now), null);
        }
        SeenGroup seen = okta.group(row.oktaId());
        if (seen.problem() != null) {
            return new OfGroup(
                    seen, RepairDigest.of(row, List.of(), List.of(seen.problem()), seen.detail(), now), null);
        }
        if (!inOkta) {
            RosterRepair found = roster.of(seen.group(), seen.members()).orElse(null);
            List<Note> notes = found == null ? List.of(Note.EQUAL) : List.of();
            return new OfGroup(seen, RepairDigest.of(row, found, notes, now), found);
        }
        Optional<ComparedGroup> differing = compared(seen);
        if (differing.isEmpty()) {
            return new OfGroup(seen, RepairDigest.of(row, List.of(), List.of(Note.EQUAL), null, now), null);
        }
        List<String> ids = new ArrayList<>(differing.get().onlyInOkta());
        ids.addAll(differing.get().onlyInRoster());
        GroupRepairs repairs = GroupRepairs.of(differing.get(), seen.own(), comparisons.names(ids));
        return new OfGroup(seen, RepairDigest.of(row, repairs.steps(), repairs.notes(), null, now), null);
    }

    private Optional<ComparedGroup> compared(SeenGroup seen) {
        return comparisons.groups(List.of(seen.group()), Map.of(seen.group().oktaId(), seen.members())).stream()
                .findFirst();
    }

    private void apply(Drift row, OfGroup now, boolean inOkta, String digest, Instant seen) {
        requireSame(now.repair(), digest);
        try {
            if (inOkta) {
                inOkta(row, now.repair().steps(), "");
            } else if (!inRoster(
                    () -> roster.apply(caller(), now.seen().group(), now.seen().members(), digest, seen))) {
                throw new RepairRefused(Reason.CHANGED, null);
            }
        } finally {
            SeenGroup after = okta.group(row.oktaId());
            if (after.problem() == null) {
                comparison.again(row.id(), compared(after).orElse(null));
            }
        }
    }

    private static void requireSame(Repair repair, String digest) {
        if (repair.steps().isEmpty() || !repair.digest().equals(digest)) {
            throw new RepairRefused(Reason.CHANGED, null);
        }
    }

    private static boolean inRoster(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (ScimException e) {
            throw new RepairRefused(Reason.ROSTER, e.getMessage());
        }
    }

    private void inOkta(Drift row, List<RepairStep> steps, String etag) {
        List<RepairStep> calls = steps.stream()
                .filter(step -> step.place() != RepairStep.Place.SYNC_BACK)
                .toList();
        if (calls.size() < steps.size()) {
            writer.syncBack(row.rosterId(), row.oktaId());
        }
        OktaSide.Written written = okta.write(rules.settings().appId(), row.oktaId(), etag, calls);
        List<RepairStep> done = new ArrayList<>(calls.subList(0, written.done()));
        steps.stream().filter(step -> !calls.contains(step)).forEach(done::add);
        writer.tell(caller(), row, done, written.refusal());
        if (written.refusal() != null) {
            throw new RepairRefused(done.isEmpty() ? Reason.OKTA : Reason.OKTA_PARTLY, written.refusal());
        }
    }

    private Caller caller() {
        return new Caller(
                Caller.Kind.ADMINISTRATOR, null, session.getCallerPrincipal().getName(), Scope.WRITE, null);
    }
}
