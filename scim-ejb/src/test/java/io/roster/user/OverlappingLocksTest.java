package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.roster.persistence.Ids;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Two who lock many of the same people wait for each other, in whichever order they name and find them, never forever. */
@OnEachDatabase
class OverlappingLocksTest {

    private static final int PEOPLE = 120;
    private static final int TRANSACTIONS = 40;

    @Parameter
    TestDatabase database;

    private final List<String> ids =
            Stream.generate(Ids::next).limit(PEOPLE).sorted().toList();
    private final List<String> reversed = new ArrayList<>(ids);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void peopleLieInReverse() {
        Collections.reverse(reversed);
        database.run(entities -> reversed.forEach(id -> add(entities, id)));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void neitherIsTheVictimOfADeadlock() throws Exception {
        Future<Integer> one = threads.submit(() -> lockAgainAndAgain(ids));
        Future<Integer> other = threads.submit(() -> lockAgainAndAgain(reversed));
        // What loses throws: nothing repeats it here.
        assertThat(List.of(one.get(), other.get())).containsOnly(TRANSACTIONS * PEOPLE);
    }

    @Test
    void whoWaitsForTheFirstHasNoneOfTheOthers() throws Exception {
        assumeTrue(database == TestDatabase.POSTGRESQL, "Derby locks in the order of its index");
        Future<Integer> waiting = database.inTransaction(first -> {
            lock(first, ids.subList(0, 1));
            Future<Integer> all = threads.submit(() -> database.inTransaction(entities -> {
                // As PostgreSQL does by itself where many of all people are looked for: it reads them as they lie.
                for (String way : List.of("indexscan", "bitmapscan")) {
                    entities.createNativeQuery("set local enable_" + way + " = off")
                            .executeUpdate();
                }
                return lock(entities, reversed);
            }));
            while (number("select count(*) from pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            assertThat(number("select count(*) from (select id from person for update skip locked) free"))
                    .isEqualTo(PEOPLE - 1);
            return all;
        });
        assertThat(waiting.get()).isEqualTo(PEOPLE);
    }

    private int lockAgainAndAgain(List<String> order) {
        return IntStream.range(0, TRANSACTIONS)
                .map(i -> database.inTransaction(entities -> lock(entities, order)))
                .sum();
    }

    private int lock(EntityManager entities, List<String> order) {
        return database.boundary(ServicedPeople.class, entities).lock(order).size();
    }

    private int number(String query) {
        return Sql.of(query).list(database.dataSource(), row -> row.getInt(1)).get(0);
    }

    private static void add(EntityManager entities, String id) {
        entities.createNativeQuery("insert into person (id, version, document, user_name, user_name_key, full_name,"
                        + " full_name_key, active, source, created_at, modified_at)"
                        + " values (?, 1, '{}', ?, ?, 'P', 'p', true, 'OKTA', 1, 1)")
                .setParameter(1, id)
                .setParameter(2, id)
                .setParameter(3, id)
                .executeUpdate();
    }
}
