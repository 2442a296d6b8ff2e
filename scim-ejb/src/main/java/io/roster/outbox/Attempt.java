package io.roster.outbox;

import java.util.List;

/**
 * What came of one person in one attempt.
 *
 * @param person as it was read before
 * @param state {@code DONE}, {@code PENDING} to be tried again, or {@code PARKED}
 * @param nextAttempt when to try again, milliseconds since 1970; of no matter otherwise
 * @param reason why it is not done, or {@code null}
 * @param detail what Okta said, or {@code null}
 * @param fields what came of each field that was looked at
 * @param former the former attributes that have nothing of Roster's any more
 */
public record Attempt(
        Waiting person,
        RowState state,
        long nextAttempt,
        Reason reason,
        String detail,
        List<FieldOutcome> fields,
        List<Former.Settled> former) {

    /** An attempt that says nothing of former attributes. */
    public Attempt(
            Waiting person, RowState state, long nextAttempt, Reason reason, String detail, List<FieldOutcome> fields) {
        this(person, state, nextAttempt, reason, detail, fields, List.of());
    }

    /** {@return whether something was written} */
    public boolean isWritten() {
        return fields.stream().anyMatch(field -> field.state() == FieldState.WRITTEN)
                || former.stream().anyMatch(settled -> settled.before() != null);
    }
}
