package io.roster.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.Conflicts;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class OutboxTest {

    @Parameter
    TestDatabase database;

    @Test
    void aFirstChangeLeavesARowAndFurtherOnesCountItUp() {
        changed("b", "a");
        changed("a", "c");
        assertThat(rows()).containsExactly("a PENDING 2", "b PENDING 1", "c PENDING 1");
    }

    @Test
    void whatWasParkedOrDoneIsTriedAgainAndWhatIsHeldStaysHeld() {
        changed("a", "b", "c");
        run("update outbox set state = 'DONE', attempts = 3 where person_id = 'a'");
        run("update outbox set state = 'PARKED', attempts = 3 where person_id = 'b'");
        run("update outbox set state = 'HELD', attempts = 3 where person_id = 'c'");
        changed("a", "b", "c");
        assertThat(rows()).containsExactly("a PENDING 2", "b PENDING 2", "c HELD 2");
        assertThat(numbers("select attempts from outbox")).containsOnly(0L);
    }

    @Test
    void whoWaitsHasWaitedSinceTheFirstChange() {
        changed("a", "b");
        run("update outbox set waiting_since = 7");
        run("update outbox set state = 'DONE' where person_id = 'b'");
        changed("a", "b");
        assertThat(numbers("select waiting_since from outbox where person_id = 'a'"))
                .containsExactly(7L);
        assertThat(numbers("select waiting_since from outbox where person_id = 'b'")
                        .get(0))
                .isGreaterThan(7L);
    }

    @Test
    void anIdLongerThanOktasDoesNotFailWhoeverAssigns() {
        database.run(entities ->
                database.boundary(Outbox.class, entities).changed(List.of(new Changed("a", "x".repeat(254) + "😀"))));
        assertThat(Sql.of("select okta_id from outbox").list(database.dataSource(), row -> row.getString(1)))
                .containsExactly("x".repeat(254));
    }

    @Test
    void itGoesWithItsTransaction() {
        try (EntityManager entities = database.entityManagers().createEntityManager()) {
            entities.getTransaction().begin();
            database.boundary(Outbox.class, entities).changed(people("a"));
            entities.getTransaction().rollback();
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void manyPeopleTakeAsManyStatementsAsOne() throws Exception {
        changed(IntStream.range(0, 300).mapToObj(i -> "old" + i).toArray(String[]::new));
        String[] mixed = IntStream.range(150, 450).mapToObj(i -> "old" + i).toArray(String[]::new);
        int statements = database.dataSource().statementsOf(() -> {
            changed(mixed);
            return null;
        });
        assertThat(statements).isEqualTo(2);
        assertThat(rows()).hasSize(450);
    }

    @Test
    void twoFirstChangesAtOnceAreBothCounted() throws Exception {
        var bothAreIn = new CyclicBarrier(2);
        List<CompletableFuture<Void>> writers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    var first = new AtomicBoolean(true);
                    Conflicts.retried(() -> committed(() -> {
                        if (first.getAndSet(false)) {
                            bothAreIn.await(60, TimeUnit.SECONDS);
                        }
                    }));
                }))
                .toList();
        for (CompletableFuture<Void> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        assertThat(rows()).containsExactly("a PENDING 2");
    }

    @Test
    void anEchoIsMarkedOnWhatWasWrittenAndLeavesNoRow() {
        run("insert into outbox_field (person_id, field, state, value, written_at, checked_at)"
                + " values ('a', 'NUMBER', 'WRITTEN', '+4930100', 5, 5)");
        echoed("+4930999");
        assertThat(numbers("select echoed_at from outbox_field")).containsExactly(0L);
        echoed("+4930100");
        assertThat(numbers("select echoed_at from outbox_field").get(0)).isPositive();
        assertThat(rows()).isEmpty();
    }

    private void echoed(String number) {
        database.run(entities -> database.boundary(Outbox.class, entities).echoed("a", number));
    }

    @Test
    void lifecycleFollowsTheSettings() {
        lifecycle(false);
        assertThat(rows()).isEmpty();
        run("update syncback_setting set enabled = true, when_deactivated = 'SUSPEND', unsuspends = true");
        lifecycle(false);
        assertThat(wishes()).containsExactly("SUSPEND");
        changed("a");
        assertThat(wishes()).containsExactly("SUSPEND");
        lifecycle(true);
        assertThat(wishes()).containsExactly("REACTIVATE");
        run("update syncback_setting set enabled = false");
        lifecycle(false);
        assertThat(wishes()).containsExactly("REACTIVATE");
        assertThat(rows()).containsExactly("a PENDING 3");
    }

    private interface Step {
        void run() throws Exception;
    }

    /** A transaction that finds no row, and leaves one when the other one may have done so too. */
    private Void committed(Step before) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            before.run();
            Outbox.write(connection, people("a"), null);
            connection.commit();
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void changed(String... ids) {
        database.run(entities -> database.boundary(Outbox.class, entities).changed(people(ids)));
    }

    private void lifecycle(boolean active) {
        database.run(entities -> database.boundary(Outbox.class, entities).lifecycle(people("a"), active));
    }

    private static List<Changed> people(String... ids) {
        return List.of(ids).stream().map(id -> new Changed(id, "00u" + id)).toList();
    }

    private void run(String statement) {
        database.run(entities -> entities.createNativeQuery(statement).executeUpdate());
    }

    private List<String> rows() {
        return Sql.of("select person_id, state, requested from outbox order by person_id")
                .list(database.dataSource(), row -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3));
    }

    private List<String> wishes() {
        return Sql.of("select lifecycle from outbox").list(database.dataSource(), row -> row.getString(1));
    }

    private List<Long> numbers(String query) {
        return Sql.of(query).list(database.dataSource(), row -> row.getLong(1));
    }
}
