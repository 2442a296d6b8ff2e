package io.roster.outbox;

import java.time.Instant;
import java.util.List;

/**
 * A row of the outbox as the console shows it.
 *
 * @param personId the SCIM id
 * @param oktaId Okta's id of the user
 * @param name the person's name; {@code null} when the person was deleted
 * @param state where it stands
 * @param attempts how often it failed since the last change
 * @param nextAttempt when it is tried next
 * @param waitingSince since when it waits
 * @param lifecycle what Okta is to do with the status, or {@code null}
 * @param reason why it is not done, or {@code null}
 * @param detail what Okta said, or {@code null}
 * @param number the phone number that Okta should have, or {@code null}
 * @param extension the extension that Okta should have, or {@code null}
 * @param fields what came of each field at last
 */
public record QueueRow(
        String personId,
        String oktaId,
        String name,
        RowState state,
        int attempts,
        Instant nextAttempt,
        Instant waitingSince,
        LifecycleWish lifecycle,
        Reason reason,
        String detail,
        String number,
        String extension,
        List<FieldNow> fields) {

    /**
     * How a field stands.
     *
     * @param field which
     * @param state what came of it at last
     * @param value what Okta has of Roster, or {@code null}
     * @param reason why it was not written, or {@code null}
     * @param checked when that was
     * @param echoed when Okta pushed back what was written, or {@code null}
     */
    public record FieldNow(
            Field field, FieldState state, String value, Reason reason, Instant checked, Instant echoed) {}

    QueueRow with(List<FieldNow> itsFields) {
        return new QueueRow(
                personId,
                oktaId,
                name,
                state,
                attempts,
                nextAttempt,
                waitingSince,
                lifecycle,
                reason,
                detail,
                number,
                extension,
                itsFields);
    }
}
