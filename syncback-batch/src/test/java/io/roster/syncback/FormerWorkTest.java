package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.outbox.Field;
import io.roster.outbox.Former;
import io.roster.outbox.RowState;
import io.roster.outbox.Waiting;
import io.roster.outbox.Waiting.Wanted;
import io.roster.persistence.Documents;
import io.roster.syncback.Work.Result;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of values in attributes that are not configured any more. */
class FormerWorkTest {

    private final WorkBench bench = new WorkBench();
    private final ScriptedOkta okta = bench.okta;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFormerAttributeIsClearedWithTheSameCall() {
        okta.profile = Documents.parse("{\"old\":\"+491\",\"older\":\"of HR\"}");
        Result result = moved("+491");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\",\"old\":null}");
        assertThat(result.attempt().former()).extracting(Former.Settled::before).containsExactly("+491", null);
        assertThat(result.attempt().state()).isEqualTo(RowState.DONE);
    }

    @Test
    void aReleasedNumberLeavesTheFormerAttribute() {
        okta.profile = Documents.parse("{\"old\":\"+491\"}");
        assertThat(WorkBench.text(moved(null))).isEqualTo("DONE NUMBER UNCHANGED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"old\":null}");
    }

    @Test
    void aFormerAttributeThatCannotBeClearedIsToldAndKeepsNothingElseBack() {
        okta.profile = Documents.parse("{\"old\":\"+491\"}");
        okta.then("ok 403:E0000077");
        Result result = moved("+491");
        assertThat(WorkBench.text(result)).isEqualTo("PARKED READ_ONLY NUMBER WRITTEN, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
        assertThat(result.attempt().former()).isEmpty();
    }

    @Test
    void aReleaseClearsWhatAKilledServerMayHaveWritten() {
        okta.profile = Documents.parse("{\"phone\":\"+492\"}");
        List<Former> unknown = List.of(new Former(Field.NUMBER, "phone", "+492", null));
        var number = new Wanted(null, "+491", "+493");
        Result result =
                bench.work(new Waiting("p", "00u1", 1, 0, 0, null, number, WorkBench.NOTHING, unknown, Set.of()));
        assertThat(okta.effects()).isEqualTo("{\"phone\":null}");
        assertThat(result.attempt().former()).extracting(Former.Settled::former).isEqualTo(unknown);
    }

    @Test
    void whatTheNewAttributeDoesNotTakeStaysInTheFormerOne() {
        okta.profile = Documents.parse("{\"old\":\"+491\"}");
        okta.then("ok 403:E0000077 403:E0000077");
        assertThat(WorkBench.text(moved("+491"))).isEqualTo("PARKED READ_ONLY NUMBER REFUSED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEmpty();
    }

    private Result moved(String number) {
        List<Former> former = List.of(
                new Former(Field.NUMBER, "old", "+491", null), new Former(Field.NUMBER, "older", "+490", "+491"));
        return bench.work(new Waiting(
                "p", "00u1", 1, 0, 0, null, new Wanted(number, null, null), WorkBench.NOTHING, former, Set.of()));
    }
}
