package io.roster.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SyncbackRunsTest {

    private static final RunCounts COUNTS = new RunCounts(9, 4, 2, 2, 1, 18, 1, 600, 300);

    @Parameter
    TestDatabase database;

    @Test
    void oneRunAtATime() {
        String first = begin().orElseThrow();
        assertThat(begin()).isEmpty();
        call(runs -> {
            runs.end(first, COUNTS, RunEnding.DRAINED, null);
            return null;
        });
        SyncbackRun ended = call(SyncbackRuns::last).orElseThrow();
        assertThat(ended.counts()).isEqualTo(COUNTS);
        assertThat(ended.ending()).isEqualTo(RunEnding.DRAINED);
        assertThat(begin()).isPresent();
    }

    @Test
    void ofTwoServersOneBegins() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Optional<String>>> starts = IntStream.range(0, 4)
                    .<Callable<Optional<String>>>mapToObj(i -> this::begin)
                    .toList();
            int began = 0;
            for (Future<Optional<String>> start : servers.invokeAll(starts)) {
                began += start.get().isPresent() ? 1 : 0;
            }
            assertThat(began).isEqualTo(1);
        } finally {
            servers.shutdownNow();
        }
    }

    @Test
    void aRunWhoseServerIsGoneGivesWayToAnother() {
        String gone = begin().orElseThrow();
        assertThat(beats(gone)).isTrue();
        run("update syncback_lease set lease_until = 1");
        String next = begin().orElseThrow();
        assertThat(beats(gone)).isFalse();
        assertThat(beats(next)).isTrue();
        assertThat(Sql.of("select ending from syncback_run where id = ?", gone)
                        .list(database.dataSource(), row -> row.getString(1)))
                .containsExactly("LOST");
    }

    @Test
    void whoIsToldToStopStops() {
        String run = begin().orElseThrow();
        run("update syncback_run set stop_requested = true");
        assertThat(beats(run)).isFalse();
    }

    @Test
    void everybodyWithServicesIsPutInInBatches() {
        for (int i = 0; i < 600; i++) {
            person(i, i == 599 ? "null" : "'00u" + i + "'");
        }
        assertThat(refill()).isFalse();
        assertThat(people()).isZero();
        run("update syncback_lease set refill_after = ''");
        assertThat(refill()).isTrue();
        assertThat(people()).isEqualTo(500);
        assertThat(refill()).isFalse();
        assertThat(people()).isEqualTo(599);
        assertThat(call(SyncbackRuns::isRefilling)).isFalse();
    }

    private void person(int i, String externalId) {
        String id = "p%03d".formatted(i);
        run(
                "insert into person (id, version, document, user_name_key, user_name, external_id, full_name, full_name_key,"
                        + " active, source, created_at, modified_at) values ('" + id + "', 1, '{}', '" + id + "', '"
                        + id + "', "
                        + externalId + ", '" + id + "', '" + id + "', true, 'OKTA', 0, 0)");
        run("insert into phone_number (number, person_id, free_from, added_at, added_by, changed_at) values ('+49" + i
                + "', '" + id + "', 0, 0, 'x', 0)");
    }

    private boolean refill() {
        return call(SyncbackRuns::refill);
    }

    private long people() {
        return Sql.of("select count(*) from outbox")
                .list(database.dataSource(), row -> row.getLong(1))
                .get(0);
    }

    private boolean beats(String run) {
        return call(runs -> runs.beat(run, RunCounts.NONE));
    }

    private Optional<String> begin() {
        return call(runs -> runs.begin(RunCause.TIMER, null, "server"));
    }

    private <T> T call(Function<SyncbackRuns, T> call) {
        return database.call(SyncbackRuns.class, call);
    }

    private void run(String statement) {
        database.run(entities -> entities.createNativeQuery(statement).executeUpdate());
    }
}
