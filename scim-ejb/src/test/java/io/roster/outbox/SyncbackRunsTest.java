package io.roster.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.Keys;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachDatabase
class SyncbackRunsTest {

    private static final RunCounts COUNTS = new RunCounts(9, 4, 2, 2, 1, 18, 3, 600, 300, 2, 5);

    private static final OktaAttributes DEFAULT = new OktaAttributes("telephonyExtension", "primaryPhone");

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
    void aRunThatWasKilledIsLostOnceItsLeaseIsOver() {
        begin().orElseThrow();
        Instant now = Instant.now();
        SyncbackRun killed = call(SyncbackRuns::last).orElseThrow();
        assertThat(killed.isLost(now)).isFalse();
        assertThat(killed.isLost(now.plus(SyncbackRuns.LEASE).plusSeconds(1))).isTrue();
        run("update syncback_lease set lease_until = 1");
        run("update syncback_run set beat_at = 5");
        begin().orElseThrow();
        List<SyncbackRun> history = SyncbackRuns.read(database.dataSource(), 0, 5);
        assertThat(history).extracting(SyncbackRun::ending).containsExactly(null, RunEnding.LOST);
        assertThat(history.get(1).ended()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(history.get(1).isLost(now)).isTrue();
    }

    @Test
    void otherAttributesHaveEverybodyPutInAgain() {
        assertThat(isAimed(DEFAULT)).isTrue();
        aim(DEFAULT);
        assertThat(call(SyncbackRuns::isRefilling)).isFalse();
        for (OktaAttributes other :
                List.of(new OktaAttributes(null, "primaryPhone"), new OktaAttributes(null, null), DEFAULT)) {
            assertThat(isAimed(other)).isFalse();
            aim(other);
            assertThat(isAimed(other)).isTrue();
            assertThat(call(SyncbackRuns::isRefilling)).isTrue();
            assertThat(refill()).isFalse();
        }
    }

    @Test
    void whoHasNothingAnyMoreIsPutInWhereOktaMayStillHaveIt() {
        person(1, "'00u1'");
        run("delete from phone_number");
        for (String deleted : List.of("x1", "x2", "x3")) {
            run("insert into outbox (person_id, okta_id, requested, state, next_attempt, attempts, waiting_since,"
                    + " changed_at) values ('" + deleted + "', '00" + deleted + "', 1, 'DONE', 0, 0, 0, 0)");
        }
        field("p001", "'+491'", "null");
        field("x1", "null", "'+492'");
        field("x2", "null", "null");
        run("insert into outbox_former (person_id, field, attribute, value) values ('x3', 'NUMBER', 'old', '+493')");
        run("update syncback_lease set refill_after = ''");
        assertThat(refill()).isFalse();
        assertThat(Sql.of("select person_id, okta_id, state from outbox order by person_id")
                        .list(
                                database.dataSource(),
                                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))
                .containsExactly("p001 00u1 PENDING", "x1 00x1 PENDING", "x2 00x2 DONE", "x3 00x3 PENDING");
    }

    private void field(String person, String value, String announced) {
        run("insert into outbox_field (person_id, field, state, value, announced, checked_at) values ('" + person
                + "', 'NUMBER', 'WRITTEN', " + value + ", " + announced + ", 0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00uA1b2C3d4E5f6G7h8", "00UA1B2C3D4E5F6G7H8", "ada !@acme.example", "ädä\uD7FF😀", "\t"})
    void theIdInOktaIsTheOneThatWasPushed(String externalId) {
        person(1, "'" + Keys.of(externalId) + "'");
        run("update syncback_lease set refill_after = ''");
        assertThat(refill()).isFalse();
        assertThat(Sql.of("select okta_id from outbox").list(database.dataSource(), row -> row.getString(1)))
                .containsExactly(externalId);
    }

    private boolean isAimed(OktaAttributes attributes) {
        return call(runs -> runs.isAimed(attributes));
    }

    private void aim(OktaAttributes attributes) {
        call(runs -> {
            runs.aim(attributes);
            return null;
        });
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
