package io.roster.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What becomes of values in Okta when other attributes are configured. */
@OnEachDatabase
class FormerAttributesTest {

    private static final OktaAttributes FIRST = new OktaAttributes("ext", "phone");
    private static final OktaAttributes SECOND = new OktaAttributes("ext", "mobile");
    private static final OktaAttributes SWAPPED = new OktaAttributes("phone", "ext");
    private static final OktaAttributes NUMBER_OFF = new OktaAttributes("ext", null);

    @Parameter
    TestDatabase database;

    @BeforeEach
    void adaHasANumberThatOktaHas() {
        run("insert into phone_number (number, person_id, free_from, added_at, added_by, changed_at)"
                + " values ('+491', 'ada', 0, 0, 'x', 0)");
        changed();
        announce(FIRST);
        record(FIRST, new FieldOutcome(Field.NUMBER, FieldState.WRITTEN, null, "+491", null));
    }

    @Test
    void theOldAttributeIsKnownUntilItIsSettled() {
        Waiting read = changedAndRead(SECOND);
        assertThat(read.moved()).containsExactly(Field.NUMBER);
        assertThat(read.number()).isEqualTo(new Waiting.Wanted("+491", null, null));
        Former old = new Former(Field.NUMBER, "phone", "+491", null);
        assertThat(read.former()).containsExactly(old);

        announce(SECOND);
        assertThat(fields()).containsExactly("NUMBER mobile null +491");
        Waiting again = read(SECOND);
        assertThat(again.moved()).isEmpty();
        assertThat(again.former()).containsExactly(old);

        record(
                SECOND,
                List.of(new FieldOutcome(Field.NUMBER, FieldState.WRITTEN, null, "+491", null)),
                List.of(new Former.Settled(old, "+491")));
        assertThat(changedAndRead(SECOND).former()).isEmpty();
        assertThat(fields()).containsExactly("NUMBER mobile +491 null");
        assertThat(texts("select before_value from syncback_outcome where detail = 'phone'"))
                .containsExactly("+491");
    }

    @Test
    void aReleaseAfterTheChangeIsNotLost() {
        run("delete from phone_number");
        announceAfterChange(SECOND);
        Waiting read = read(SECOND);
        assertThat(read.number().value()).isNull();
        assertThat(read.former()).extracting(Former::attribute).containsExactly("phone");
    }

    @Test
    void aReleaseWhileTheAttributeIsOffIsKnownAfterwards() {
        run("delete from phone_number");
        Waiting off = changedAndRead(NUMBER_OFF);
        assertThat(off.moved()).isEmpty();
        assertThat(off.former()).isEmpty();
        announce(NUMBER_OFF);
        record(NUMBER_OFF, new FieldOutcome(Field.EXTENSION, FieldState.UNCHANGED, null, null, null));
        assertThat(changedAndRead(FIRST).number()).isEqualTo(new Waiting.Wanted(null, "+491", null));
        assertThat(changedAndRead(SECOND).former()).extracting(Former::value).containsExactly("+491");
    }

    @Test
    void whoeverChangesItBackFindsWhatWasThere() {
        announceAfterChange(SECOND);
        announceAfterChange(FIRST);
        assertThat(fields()).containsExactly("NUMBER phone +491 null");
        Waiting read = read(FIRST);
        assertThat(read.number()).isEqualTo(new Waiting.Wanted("+491", "+491", null));
        assertThat(read.former()).containsExactly(new Former(Field.NUMBER, "mobile", null, "+491"));
        announceAfterChange(SECOND);
        assertThat(read(SECOND).former()).containsExactly(new Former(Field.NUMBER, "phone", "+491", null));
    }

    @Test
    void whatWasAboutToBeWrittenIsKnownUntilSomethingElseIsSettled() {
        for (String number : List.of("+492", "+493")) {
            run("update phone_number set number = '" + number + "'");
            announceAfterChange(FIRST);
        }
        run("delete from phone_number");
        Waiting killedTwice = changedAndRead(FIRST);
        assertThat(killedTwice.number()).isEqualTo(new Waiting.Wanted(null, "+491", "+493"));
        Former unknown = new Former(Field.NUMBER, "phone", "+492", null);
        assertThat(killedTwice.former()).containsExactly(unknown);
        record(
                FIRST,
                List.of(new FieldOutcome(Field.NUMBER, FieldState.WRITTEN, "+492", null, null)),
                List.of(new Former.Settled(unknown, null)));
        assertThat(changedAndRead(FIRST).former()).isEmpty();
    }

    @Test
    void attributesCanBeSwapped() {
        Waiting read = changedAndRead(SWAPPED);
        assertThat(read.moved()).containsExactly(Field.NUMBER);
        assertThat(read.former()).containsExactly(new Former(Field.NUMBER, "phone", "+491", null));
        announce(SWAPPED);
        assertThat(read(SWAPPED).former()).isEqualTo(read.former());
    }

    private void announceAfterChange(OktaAttributes attributes) {
        changed();
        announce(attributes);
    }

    private Waiting changedAndRead(OktaAttributes attributes) {
        changed();
        return read(attributes);
    }

    private Waiting read(OktaAttributes attributes) {
        return call(queue -> queue.due(Long.MAX_VALUE, null, 5, attributes)).get(0);
    }

    private void announce(OktaAttributes attributes) {
        call(queue -> {
            queue.announce(List.of(read(attributes)), attributes);
            return null;
        });
    }

    private void record(OktaAttributes attributes, FieldOutcome field) {
        record(attributes, List.of(field), List.of());
    }

    private void record(OktaAttributes attributes, List<FieldOutcome> fields, List<Former.Settled> former) {
        var attempt = new Attempt(read(attributes), RowState.DONE, 0, null, null, fields, former);
        call(queue -> {
            queue.record("run", List.of(attempt), attributes);
            return null;
        });
    }

    private <T> T call(Function<OutboxQueue, T> call) {
        return database.call(OutboxQueue.class, call);
    }

    private void changed() {
        database.run(entities -> database.boundary(Outbox.class, entities).changed(List.of(new Changed("ada", "00u"))));
    }

    private void run(String statement) {
        database.run(entities -> entities.createNativeQuery(statement).executeUpdate());
    }

    private List<String> fields() {
        return Sql.of("select field, attribute, value, announced from outbox_field where field = 'NUMBER'")
                .list(
                        database.dataSource(),
                        row -> String.join(
                                " ",
                                row.getString(1),
                                row.getString(2),
                                String.valueOf(row.getString(3)),
                                String.valueOf(row.getString(4))));
    }

    private List<String> texts(String query) {
        return Sql.of(query).list(database.dataSource(), row -> row.getString(1));
    }
}
