package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.scim.schema.ResourceType;
import io.roster.telephony.BulkTreatment.Treated;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes for {@link BulkRunner}: what is done for a person or with a part of the numbers, its outcome and the count in one transaction, so that a kill
 * neither forgets nor repeats it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkRunnerWriter {

    @Inject
    private Rows rows;

    @Inject
    private BulkTreatment treatment;

    @Inject
    private NumberParts parts;

    @Inject
    private PoolAdditions additions;

    /** As {@link BulkRunner#claim}. */
    public boolean claim(String workId, Instant now, Instant lease) {
        return rows.change(
                        "update bulk_work set leased_until = ? where id = ? and state = 'RUNNING' and leased_until < ?",
                        lease.toEpochMilli(),
                        workId,
                        now.toEpochMilli())
                == 1;
    }

    /**
     * Does it for one person; nothing where that was done already.
     *
     * @param type the resource type User, which is not read within a transaction
     * @throws BulkRefused when it cannot be done
     */
    public Void treat(ResourceType type, BulkWork work, String personId, Instant lease) {
        // First, and it locks the row: a second worker waits here, and then finds nothing left to do.
        if (settle(work.id(), personId, BulkOutcome.DONE) == 1) {
            Treated treated = treatment.apply(administrator(work), type, work, personId);
            describe(work.id(), personId, "given", treated.given());
            if (treated.kept() == null) {
                count(work.id(), "done", lease);
            } else {
                describe(
                        work.id(), personId, "outcome", treated.kept().outcome().name());
                describe(work.id(), personId, "reason", treated.kept().name());
                count(work.id(), "unchanged", lease);
            }
        }
        return null;
    }

    /**
     * Adds the next part of a work's numbers; the part is gone in the same transaction.
     *
     * @return false where none is left
     */
    public boolean addNumbers(BulkWork work, Instant lease) {
        Optional<NumberPart> part = parts.take(work.id());
        part.ifPresent(numbers -> {
            AddedNumbers added = additions.add(administrator(work), numbers);
            rows.change(
                    "update bulk_work set done = done + ?, unchanged = unchanged + ?, leased_until = ? where id = ?",
                    added.added(),
                    added.already(),
                    lease.toEpochMilli(),
                    work.id());
        });
        return part.isPresent();
    }

    private static Caller administrator(BulkWork work) {
        return new Caller(Caller.Kind.ADMINISTRATOR, null, work.createdBy(), Scope.WRITE, null);
    }

    /** Writes down why nothing was done for a person. */
    public void refuse(String workId, String personId, BulkReason reason, String held, Instant lease) {
        if (settle(workId, personId, reason.outcome()) == 1) {
            describe(workId, personId, "reason", reason.name());
            if (held != null) {
                describe(workId, personId, "given", held);
            }
            count(workId, reason.outcome() == BulkOutcome.UNCHANGED ? "unchanged" : "refused", lease);
        }
    }

    /** Ends a work that is through with everybody. */
    public void end(String workId, Instant now) {
        rows.change(
                "update bulk_work set state = 'ENDED', ended_at = ? where id = ? and state = 'RUNNING'",
                now.toEpochMilli(),
                workId);
    }

    private int settle(String workId, String personId, BulkOutcome outcome) {
        return rows.change(
                "update bulk_person set outcome = ? where work_id = ? and person_id = ? and outcome is null",
                outcome.name(),
                workId,
                personId);
    }

    private void describe(String workId, String personId, String column, String value) {
        rows.change(
                "update bulk_person set " + column + " = ? where work_id = ? and person_id = ?",
                value,
                workId,
                personId);
    }

    private void count(String workId, String column, Instant lease) {
        rows.change(
                "update bulk_work set " + column + " = " + column + " + 1, leased_until = ? where id = ?",
                lease.toEpochMilli(),
                workId);
    }
}
