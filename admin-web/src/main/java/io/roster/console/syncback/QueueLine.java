package io.roster.console.syncback;

import io.roster.outbox.Field;
import io.roster.outbox.QueueRow;
import io.roster.outbox.QueueRow.FieldNow;
import io.roster.outbox.Reason;
import io.roster.outbox.RowState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A row of the queue as pages show it. */
public class QueueLine {

    private final QueueRow row;

    QueueLine(QueueRow row) {
        this.row = row;
    }

    /** @return the row */
    public QueueRow getRow() {
        return row;
    }

    /** @return what to call the person: the name, or Okta's id of one who was deleted */
    public String getTitle() {
        return row.name() == null ? row.oktaId() : row.name();
    }

    /** @return whether the person is in Roster */
    public boolean isThere() {
        return row.name() != null;
    }

    /** @return whether it failed and is tried again by itself */
    public boolean isAgain() {
        return row.state() == RowState.PENDING && row.attempts() > 0;
    }

    /** @return whether it is tried again in less than a minute, or is due */
    public boolean isSoon() {
        return row.nextAttempt().isBefore(Instant.now().plusSeconds(60));
    }

    /** @return the colour of its badge */
    public String getKind() {
        return switch (row.state()) {
            case PENDING -> isAgain() ? "amber" : "blue";
            case PARKED -> "red";
            case HELD -> "grey";
            case DONE -> "green";
        };
    }

    /** @return the icon of its badge */
    public String getIcon() {
        return switch (row.state()) {
            case PENDING -> "clock";
            case PARKED -> "exclamation-triangle";
            case HELD -> "pause";
            case DONE -> "check";
        };
    }

    /** @return why it is not done; {@code null} where that is over, or nothing was tried yet */
    public Reason getReason() {
        boolean over = row.state() == RowState.DONE || row.state() == RowState.PENDING && row.attempts() == 0;
        return over ? null : row.reason();
    }

    /** @return since when it waits; {@code null} when it does not */
    public Instant getSince() {
        return row.state() == RowState.DONE ? null : row.waitingSince();
    }

    /** @return whether an administrator took the person out */
    public boolean isHeld() {
        return row.state() == RowState.HELD;
    }

    /** @return whether it can be made due */
    public boolean isRetried() {
        return row.state() == RowState.PARKED || isHeld() || isAgain();
    }

    /** @return whether it can be taken out */
    public boolean isHeldBack() {
        return row.state() == RowState.PENDING || row.state() == RowState.PARKED;
    }

    /** @return number and extension, where there is or was something of Roster's in Okta, and the status where it counts */
    public List<FieldLine> getFields() {
        List<FieldLine> lines = new ArrayList<>();
        for (Field field : Field.values()) {
            FieldLine line = new FieldLine(field, wanted(field), now(field), row);
            if (line.isTold()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private String wanted(Field field) {
        return switch (field) {
            case NUMBER -> row.number();
            case EXTENSION -> row.extension();
            case LIFECYCLE -> null;
        };
    }

    private FieldNow now(Field field) {
        return row.fields().stream()
                .filter(each -> each.field() == field)
                .findFirst()
                .orElse(null);
    }
}
