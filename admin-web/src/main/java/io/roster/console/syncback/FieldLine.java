package io.roster.console.syncback;

import io.roster.outbox.Field;
import io.roster.outbox.FieldState;
import io.roster.outbox.QueueRow;
import io.roster.outbox.QueueRow.FieldNow;
import io.roster.outbox.Reason;
import io.roster.outbox.RowState;
import io.roster.telephony.E164;
import java.util.Objects;

/** One field of a person in the queue: what Okta should have, what it has of Roster, and what came of it at last. */
public class FieldLine {

    private final Field field;
    private final String wanted;
    private final FieldNow now;
    private final QueueRow row;

    FieldLine(Field field, String wanted, FieldNow now, QueueRow row) {
        this.field = field;
        this.wanted = wanted;
        this.now = now;
        this.row = row;
    }

    boolean isTold() {
        return wanted != null || now != null || field == Field.LIFECYCLE && row.lifecycle() != null;
    }

    /** @return which field */
    public Field getField() {
        return field;
    }

    /** @return what Okta should have, as people read it; {@code null} for nothing */
    public String getValue() {
        return shown(wanted);
    }

    /** @return what is to be done to the user's status, or {@code null} */
    public Object getWish() {
        return field == Field.LIFECYCLE ? row.lifecycle() : null;
    }

    /** @return what Okta has of Roster in its place; {@code null} where that is nothing, or the same */
    public String getInstead() {
        return now == null || field == Field.LIFECYCLE || Objects.equals(now.value(), wanted)
                ? null
                : shown(now.value());
    }

    /** @return what came of it at last; {@code null} before that, and when that was before the last change */
    public FieldNow getOutcome() {
        if (now == null) {
            return null;
        }
        boolean settled = now.state() == FieldState.WRITTEN || now.state() == FieldState.UNCHANGED;
        boolean isOfThis = settled
                ? field == Field.LIFECYCLE ? row.lifecycle() == null : Objects.equals(now.value(), wanted)
                : row.state() != RowState.PENDING || row.attempts() > 0;
        return isOfThis ? now : null;
    }

    /** @return why this field was not written, where the row gives another reason or none; else {@code null} */
    public Reason getReason() {
        return getOutcome() == null || now.reason() == row.reason() ? null : now.reason();
    }

    private String shown(String value) {
        return value != null && field == Field.NUMBER ? E164.international(value) : value;
    }
}
