package io.roster.console.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.outbox.Field;
import io.roster.outbox.FieldState;
import io.roster.outbox.QueueRow;
import io.roster.outbox.QueueRow.FieldNow;
import io.roster.outbox.Reason;
import io.roster.outbox.RowState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueLineTest {

    private static final Instant THEN = Instant.EPOCH;

    private static QueueLine line(RowState state, int attempts, String number, FieldNow... fields) {
        return new QueueLine(new QueueRow(
                "id",
                "00u1",
                "Ada",
                state,
                attempts,
                THEN,
                THEN,
                null,
                Reason.MASTERED,
                null,
                number,
                null,
                List.of(fields)));
    }

    private static FieldNow number(FieldState state, String value, Reason reason) {
        return new FieldNow(Field.NUMBER, state, value, reason, THEN, null);
    }

    @Test
    void whatWasWrittenIsTold() {
        FieldNow written = number(FieldState.WRITTEN, "+498912340000", null);
        FieldLine field =
                line(RowState.DONE, 0, "+498912340000", written).getFields().get(0);
        assertThat(field.getValue()).isEqualTo("+49 89 12340000");
        assertThat(field.getOutcome()).isEqualTo(written);
        assertThat(field.getInstead()).isNull();
    }

    @Test
    void ofAChangeThatWaitsTheValueThatOktaHasIsTold() {
        FieldNow written = number(FieldState.WRITTEN, "+498912340000", null);
        FieldLine field =
                line(RowState.PENDING, 0, "+498912340001", written).getFields().get(0);
        assertThat(field.getInstead()).isEqualTo("+49 89 12340000");
        assertThat(field.getOutcome()).isNull();
        FieldLine released =
                line(RowState.PENDING, 0, null, written).getFields().get(0);
        assertThat(released.getValue()).isNull();
        assertThat(released.getInstead()).isEqualTo("+49 89 12340000");
    }

    @Test
    void aRefusalIsToldUntilTheNextChangeWithItsReasonWhereThatIsAnother() {
        FieldNow refused = number(FieldState.REFUSED, null, Reason.READ_ONLY);
        FieldLine parked =
                line(RowState.PARKED, 1, "+498912340000", refused).getFields().get(0);
        assertThat(parked.getOutcome()).isEqualTo(refused);
        assertThat(parked.getReason()).isEqualTo(Reason.READ_ONLY);
        FieldNow same = number(FieldState.REFUSED, null, Reason.MASTERED);
        assertThat(line(RowState.PARKED, 1, "+498912340000", same)
                        .getFields()
                        .get(0)
                        .getReason())
                .isNull();
        assertThat(line(RowState.PENDING, 0, "+498912340000", refused)
                        .getFields()
                        .get(0)
                        .getOutcome())
                .isNull();
    }

    @Test
    void whatRosterNeverHadIsNotTold() {
        assertThat(line(RowState.DONE, 0, null).getFields()).isEmpty();
    }

    @Test
    void aReasonIsToldWhileItHolds() {
        assertThat(line(RowState.PARKED, 0, null).getReason()).isEqualTo(Reason.MASTERED);
        assertThat(line(RowState.PENDING, 2, null).getReason()).isEqualTo(Reason.MASTERED);
        assertThat(line(RowState.PENDING, 0, null).getReason()).isNull();
        assertThat(line(RowState.DONE, 0, null).getReason()).isNull();
    }
}
