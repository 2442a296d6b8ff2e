package io.roster.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class OutboxQueueTest {

    private static final long LATER = Long.MAX_VALUE;
    private static final OktaAttributes BOTH = new OktaAttributes("ext", "phone");

    @Parameter
    TestDatabase database;

    @Test
    void pagesGoFromTheOneWhoWaitedLongestToTheLastOne() {
        for (int i = 0; i < 5; i++) {
            changed("p" + i);
        }
        // two of one instant, at the border of a page
        run("update outbox set next_attempt = 10");
        run("update outbox set next_attempt = 5 where person_id = 'p3'");
        run("update outbox set next_attempt = 20 where person_id = 'p0'");
        List<String> seen = new ArrayList<>();
        Waiting last = null;
        for (List<Waiting> page = due(19, null); !page.isEmpty(); page = due(19, last)) {
            page.forEach(person -> seen.add(person.personId()));
            last = page.get(page.size() - 1);
        }
        assertThat(seen).containsExactly("p3", "p1", "p2", "p4");
    }

    @Test
    void whoIsReadBringsWhatTheyHave() {
        changed("a");
        assertThat(due(LATER, null).get(0).number().value()).isNull();
        number("a", "+4930100");
        extension("a", "2137");
        Waiting read = due(LATER, null).get(0);
        assertThat(read.number().value()).isEqualTo("+4930100");
        assertThat(read.extension().value()).isEqualTo("2137");
        assertThat(read.oktaId()).isEqualTo("00ua");
        assertThat(read.unannounced()).containsExactly(Field.NUMBER, Field.EXTENSION);
    }

    @Test
    void whatIsAnnouncedCountsAsRosters() {
        changed("a");
        number("a", "+4930100");
        call(queue -> {
            queue.announce(due(LATER, null), BOTH);
            return null;
        });
        run("delete from phone_number");
        Waiting released = due(LATER, null).get(0);
        assertThat(released.number().value()).isNull();
        assertThat(released.number().isOwn("+4930100")).isTrue();
        assertThat(released.number().isOwn("+4930101")).isFalse();
        assertThat(released.unannounced()).isEmpty();
    }

    @Test
    void doneIsWhoWasNotChangedMeanwhile() {
        changed("a", "b");
        List<Waiting> read = due(LATER, null);
        changed("b");
        record(read.stream().map(person -> written(person, "+4930100")).toList());
        assertThat(texts("select state from outbox order by person_id")).containsExactly("DONE", "PENDING");
        assertThat(texts("select value from outbox_field")).containsExactly("+4930100", "+4930100");
        assertThat(due(LATER, null)).extracting(Waiting::personId).containsExactly("b");
        assertThat(due(LATER, null).get(0).attempts()).isZero();
    }

    @Test
    void whatFailedComesAgainAtItsTimeAndKeepsItsWish() {
        run("update syncback_setting set enabled = true, when_deactivated = 'SUSPEND'");
        database.run(entities ->
                database.boundary(Outbox.class, entities).lifecycle(List.of(new Changed("a", "00ua")), false));
        Waiting read = due(LATER, null).get(0);
        record(List.of(
                new Attempt(read, RowState.PENDING, LATER - 1, Reason.UNAVAILABLE, "x".repeat(2000), List.of())));
        assertThat(due(LATER - 2, null)).isEmpty();
        Waiting again = due(LATER - 1, null).get(0);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.lifecycle()).isEqualTo(LifecycleWish.SUSPEND);
        record(List.of(new Attempt(again, RowState.DONE, 0, null, null, List.of())));
        assertThat(texts("select lifecycle from outbox")).containsExactly((String) null);
        assertThat(texts("select reason from outbox")).containsExactly((String) null);
    }

    @Test
    void aFieldKeepsWhatOktaHasUntilThatIsKnownToHaveChanged() {
        changed("a");
        record(List.of(written(due(LATER, null).get(0), "+4930100")));
        changed("a");
        record(List.of(outcome(FieldState.REFUSED, "+4930200", RowState.PARKED)));
        assertThat(texts("select value from outbox_field")).containsExactly("+4930100");
        changed("a");
        record(List.of(outcome(FieldState.WRITTEN, null, RowState.DONE)));
        assertThat(texts("select value from outbox_field")).containsExactly((String) null);
        assertThat(texts("select state from syncback_outcome order by id"))
                .containsExactly("WRITTEN", "REFUSED", "WRITTEN");
    }

    @Test
    void aBatchTakesAsManyStatementsAsOnePerson() throws Exception {
        changed(IntStream.range(0, 100).mapToObj(i -> "p" + i).toArray(String[]::new));
        List<Waiting> all = call(queue -> queue.due(LATER, null, 100, BOTH));
        int statements = database.dataSource().statementsOf(() -> {
            record(all.stream().map(person -> written(person, "+49")).toList());
            return null;
        });
        assertThat(statements).isEqualTo(4);
        assertThat(texts("select state from outbox where state = 'DONE'")).hasSize(100);
    }

    @Test
    void aQueueOfThousandsIsReadAPageAtATime() {
        int people = 5_200;
        for (int from = 0; from < people; from += 400) {
            int first = from;
            changed(IntStream.range(first, first + 400)
                    .mapToObj("p%05d"::formatted)
                    .toArray(String[]::new));
        }
        run("update outbox set next_attempt = 7");
        Set<String> seen = new HashSet<>();
        Waiting last = null;
        List<Waiting> page;
        do {
            Waiting after = last;
            page = call(queue -> queue.due(LATER, after, 200, BOTH));
            assertThat(page).hasSizeLessThanOrEqualTo(200);
            page.forEach(person -> assertThat(seen.add(person.personId())).isTrue());
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (!page.isEmpty());
        assertThat(seen).hasSize(people);
    }

    private Attempt outcome(FieldState state, String after, RowState row) {
        return new Attempt(
                due(LATER, null).get(0),
                row,
                0,
                state == FieldState.REFUSED ? Reason.VALIDATION : null,
                "said",
                List.of(new FieldOutcome(Field.NUMBER, state, null, after, null)));
    }

    private static Attempt written(Waiting person, String number) {
        var field = new FieldOutcome(Field.NUMBER, FieldState.WRITTEN, null, number, null);
        return new Attempt(person, RowState.DONE, 0, null, null, List.of(field));
    }

    private void record(List<Attempt> attempts) {
        call(queue -> {
            queue.record("run", attempts, BOTH);
            return null;
        });
    }

    private List<Waiting> due(long now, Waiting after) {
        return call(queue -> queue.due(now, after, 2, BOTH));
    }

    private <T> T call(Function<OutboxQueue, T> call) {
        return database.call(OutboxQueue.class, call);
    }

    private void changed(String... ids) {
        List<Changed> people =
                List.of(ids).stream().map(id -> new Changed(id, "00u" + id)).toList();
        database.run(entities -> database.boundary(Outbox.class, entities).changed(people));
    }

    private void number(String person, String number) {
        run("insert into phone_number (number, person_id, free_from, added_at, added_by, changed_at) values ('" + number
                + "', '" + person + "', 0, 0, 'x', 0)");
    }

    private void extension(String person, String extension) {
        run("insert into extension_number (extension, range_id, person_id, free_from, changed_at) values ('" + extension
                + "', 'r', '" + person + "', 0, 0)");
    }

    private void run(String statement) {
        database.run(entities -> entities.createNativeQuery(statement).executeUpdate());
    }

    private List<String> texts(String query) {
        return Sql.of(query).list(database.dataSource(), row -> row.getString(1));
    }
}
