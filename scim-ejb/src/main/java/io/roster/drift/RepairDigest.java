package io.roster.drift;

import io.roster.drift.Repair.Note;
import io.roster.imports.RosterRepair;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes repairs, with what tells them apart. */
final class RepairDigest {

    private RepairDigest() {}

    static Repair of(Drift row, List<RepairStep> steps, List<Note> notes, String detail, Instant seen) {
        String digest = UUID.nameUUIDFromBytes(steps.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Repair(row, steps, notes, detail, digest, seen);
    }

    /** What is done here; {@code null} for nothing. */
    static Repair of(Drift row, RosterRepair found, List<Note> notes, Instant seen) {
        if (found == null) {
            return of(row, List.of(), notes, null, seen);
        } else if (found.refusal() != null) {
            return of(row, List.of(), List.of(Note.ROSTER_REFUSED), found.refusal(), seen);
        }
        List<RepairStep> steps = found.changes().stream()
                .map(change -> new RepairStep(
                        RepairStep.Place.ROSTER, change.attrPath(), change.before(), change.after(), null))
                .toList();
        // Somebody may be linked without any change that is told.
        List<RepairStep> told = steps.isEmpty()
                ? new ArrayList<>(
                        List.of(new RepairStep(RepairStep.Place.ROSTER, "externalId", null, row.oktaId(), null)))
                : steps;
        return new Repair(row, told, notes, null, found.digest(), seen);
    }
}
