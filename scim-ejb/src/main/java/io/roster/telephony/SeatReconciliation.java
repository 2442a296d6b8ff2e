package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Ids;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import io.roster.telephony.SeatDifferences.Search;
import io.roster.telephony.SeatReconciliationStep.Note;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings seats in line with groups and with what Okta gives, after the fact and in small transactions: a push of 10,000
 * members neither pays for it nor fails when there are not as many seats. Who finds none waits. Done twice, or by two
 * servers at once, it comes to the same; a note is claimed so that this stays rare.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeatReconciliation {

    /** How many people one transaction brings in line. */
    static final int BATCH = 100;

    private static final Caller ROSTER = new Caller(Caller.Kind.SYSTEM, null, "Roster", Scope.WRITE, null);

    @EJB
    private SeatReconciliationStep step;

    @Inject
    private SeatDifferences differences;

    @Inject
    private Schemas schemas;

    /** Does all that is noted and that no other server does. */
    public void run() {
        String claim = Ids.next();
        List<Note> notes = claimed(claim);
        while (!notes.isEmpty()) {
            notes.stream().collect(Collectors.groupingBy(Note::licenseId)).forEach(this::bring);
            List<String> done = notes.stream().map(Note::id).toList();
            Conflicts.retried(() -> step.done(done));
            notes = claimed(claim);
        }
    }

    private List<Note> claimed(String claim) {
        return Conflicts.retried(() -> step.claim(claim));
    }

    private void bring(String licenseId, List<Note> notes) {
        ResourceType type = schemas.user();
        if (notes.stream().anyMatch(note -> note.personId() == null)) {
            // Seats that become free go to those who wait before they go to new ones.
            differences.losses(licenseId).forEach(search -> walk(type, licenseId, search));
            serve(type, licenseId);
            differences.gains(licenseId).forEach(search -> walk(type, licenseId, search));
        } else {
            List<String> people =
                    List.copyOf(notes.stream().map(Note::personId).collect(Collectors.toCollection(TreeSet::new)));
            for (int i = 0; i < people.size(); i += BATCH) {
                List<String> batch = people.subList(i, Math.min(i + BATCH, people.size()));
                Conflicts.retried(() -> step.bring(ROSTER, type, licenseId, batch));
            }
            serve(type, licenseId);
        }
        if (notes.stream().anyMatch(Note::renamed)) {
            each(differences.holders(licenseId), batch -> step.rewrite(ROSTER, type, batch));
        }
    }

    private void walk(ResourceType type, String licenseId, Search search) {
        each(search, batch -> step.bring(ROSTER, type, licenseId, batch));
    }

    private static void each(Search search, Batch transaction) {
        List<String> batch = after(search, "");
        while (!batch.isEmpty()) {
            List<String> people = batch;
            Conflicts.retried(() -> transaction.bring(people));
            batch = after(search, batch.get(batch.size() - 1));
        }
    }

    // On Derby a read that meets writers can be the victim of a deadlock.
    private static List<String> after(Search search, String personId) {
        return Conflicts.retried(() -> search.after(personId, BATCH));
    }

    private void serve(ResourceType type, String licenseId) {
        List<String> waiting = waiting(licenseId);
        while (!waiting.isEmpty()) {
            List<String> longest = waiting;
            int served = Conflicts.retried(() -> step.serve(ROSTER, type, licenseId, longest));
            waiting = served > 0 ? waiting(licenseId) : List.of();
        }
    }

    private List<String> waiting(String licenseId) {
        return Conflicts.retried(() -> differences.waiting(licenseId, BATCH));
    }

    @FunctionalInterface
    private interface Batch {
        int bring(List<String> personIds);
    }
}
