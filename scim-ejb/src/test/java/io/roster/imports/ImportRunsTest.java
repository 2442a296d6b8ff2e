package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.roster.audit.Expired;
import io.roster.audit.Retention;
import io.roster.audit.Retention.Kind;
import io.roster.imports.ImportRunRefused.Reason;
import io.roster.imports.ImportRuns.Beat;
import io.roster.outbox.RunCause;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class ImportRunsTest {

    private static final FetchedUser ADA = new FetchedUser(
            "00uAAAAAAAAAAAAAAAAA",
            "ACTIVE",
            "PROVISIONED",
            null,
            "ada@acme.example",
            Json.createObjectBuilder().add("firstName", "Ада 𠮷").build(),
            Json.createObjectBuilder().build());

    @Parameter
    TestDatabase database;

    @BeforeEach
    void app() {
        run("update import_settings set app_id = '0oa1'");
    }

    @Test
    void oneRunAtATimeAndNoneWhileOneIsHeld() {
        ImportLease first = begin(ImportKind.FULL);
        assertThat(refused(() -> begin(ImportKind.FULL))).isEqualTo(Reason.RUNNING);
        run("update import_run set state = 'HELD'");
        release(first);
        assertThat(refused(() -> begin(ImportKind.CONFIRMED))).isEqualTo(Reason.HELD);
        assertThat(refused(() -> stop(first.runId()))).isEqualTo(Reason.ENDED);
        call(runs -> runs.allow(first.runId(), "ada"));
        ImportRun allowed = find(first.runId());
        assertThat(allowed.allowedBy()).isEqualTo("ada");
        assertThat(allowed.step()).isEqualTo(ImportStep.APPLY);
        assertThat(allowed.state()).isEqualTo(ImportState.RUNNING);
        assertThat(refused(() -> call(runs -> runs.reconsider(first.runId())))).isEqualTo(Reason.NOT_HELD);
        assertThat(this.<Beat>call(runs -> runs.beat(first, "one"))).isEqualTo(Beat.LOST);
    }

    @Test
    void withoutAnAppNothingBegins() {
        run("update import_settings set app_id = null");
        assertThat(refused(() -> begin(ImportKind.FULL))).isEqualTo(Reason.NO_APP);
    }

    @Test
    void aRunWhoseServerIsGoneGoesOnElsewhereAndTheOldOneWritesNothingMore() {
        ImportLease old = begin(ImportKind.FULL);
        assertThat(this.<Optional<ImportLease>>call(runs -> runs.claim(old.runId())))
                .isEmpty();
        assertThat(this.<List<String>>call(ImportRuns::abandoned)).isEmpty();
        run("update import_lease set lease_until = 1");
        assertThat(this.<List<String>>call(ImportRuns::abandoned)).containsExactly(old.runId());
        ImportLease own = call(runs -> runs.claim(old.runId())).orElseThrow();
        assertThat(this.<List<String>>call(ImportRuns::abandoned)).isEmpty();
        assertThat(this.<Beat>call(runs -> runs.beat(old, "old"))).isEqualTo(Beat.LOST);
        assertThat(this.<Boolean>call(runs -> runs.enter(old, ImportStep.APPLY)))
                .isFalse();
        assertThat(this.<Boolean>call(runs -> runs.end(old, ImportState.DONE, null)))
                .isFalse();
        assertThat(this.<Boolean>pages(pages -> pages.storeUsers(old, 0, List.of(ADA), null)))
                .isFalse();
        assertThat(this.<Boolean>pages(pages -> pages.storeUsers(own, 0, List.of(ADA), "next")))
                .isTrue();
        assertThat(this.<Beat>call(runs -> runs.beat(own, "new"))).isEqualTo(Beat.GO_ON);
        ImportRun run = find(old.runId());
        assertThat(run.server()).isEqualTo("new");
        assertThat(run.usersFetched()).isEqualTo(1);
        assertThat(this.<List<FetchedUser>>pages(pages -> pages.users(old.runId(), 0)))
                .containsExactly(ADA);
        assertThat(this.<Optional<StoredPage>>pages(pages -> pages.last(old.runId(), PageKind.USERS, "")))
                .contains(new StoredPage(PageKind.USERS, "", 0, 1, "next"));
        assertThat(this.<Boolean>pages(pages -> pages.forget(own, PageKind.USERS, "")))
                .isTrue();
        assertThat(find(old.runId()).usersFetched()).isZero();
    }

    @Test
    void whoIsToldToStopHearsItAndTheEndForgetsWhatNobodyConfirmed() {
        ImportLease own = begin(ImportKind.FULL);
        pages(pages -> pages.storeIds(own, PageKind.MEMBERS, "00g1", 0, List.of("00u1", "00u2"), null));
        assertThat(find(own.runId()).membersFetched()).isEqualTo(2);
        assertThat(this.<List<String>>pages(pages -> pages.ids(own.runId(), PageKind.MEMBERS, "00g1", 0)))
                .containsExactly("00u1", "00u2");
        candidate("c1", own.runId(), "CONFIRMED", "null");
        candidate("c2", own.runId(), "CONFIRMED", "'ada'");
        candidate("c3", own.runId(), "WAITING", "null");
        stop(own.runId());
        assertThat(this.<Beat>call(runs -> runs.beat(own, "one"))).isEqualTo(Beat.STOP);
        assertThat(this.<Boolean>call(runs -> runs.end(own, ImportState.CANCELLED, "x".repeat(2000))))
                .isTrue();
        ImportRun ended = find(own.runId());
        assertThat(ended.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(ended.detail()).hasSize(1000);
        assertThat(ended.ended()).isNotNull();
        assertThat(texts("select id from import_candidate order by id")).containsExactly("c2", "c3");
        assertThat(texts("select kind from import_page")).isEmpty();
        assertThat(this.<Optional<ImportKind>>call(runs -> runs.due(Instant.now())))
                .contains(ImportKind.CONFIRMED);
    }

    @Test
    void whatIsCancelledWhileHeldIsForgotten() {
        ImportLease own = begin(ImportKind.FULL);
        candidate("c1", own.runId(), "CONFIRMED", "null");
        run("update import_run set state = 'HELD'");
        call(runs -> {
            runs.cancel(own.runId(), "ada");
            return null;
        });
        assertThat(find(own.runId()).detail()).contains("ada");
        assertThat(texts("select id from import_candidate")).isEmpty();
        assertThat(begin(ImportKind.FULL)).isNotNull();
    }

    @Test
    void anIncrementalRunReadsFromTheLastOneThatEndedWellOn() {
        ImportLease first = begin(ImportKind.INCREMENTAL);
        assertThat(find(first.runId()).kind()).isEqualTo(ImportKind.FULL);
        end(first, ImportState.FAILED);
        ImportLease second = begin(ImportKind.INCREMENTAL);
        assertThat(find(second.runId()).kind()).isEqualTo(ImportKind.FULL);
        end(second, ImportState.DONE);
        ImportLease third = begin(ImportKind.INCREMENTAL);
        assertThat(find(third.runId()).kind()).isEqualTo(ImportKind.INCREMENTAL);
        assertThat(find(third.runId()).since()).isEqualTo(find(second.runId()).started());
        end(third, ImportState.DONE);
        run("update import_settings set app_id = '0oa2'");
        assertThat(find(begin(ImportKind.INCREMENTAL).runId()).kind()).isEqualTo(ImportKind.FULL);
        assertThat(this.<Long>call(ImportRuns::count)).isEqualTo(4);
        assertThat(this.<List<ImportRun>>call(runs -> runs.page(1, 2)))
                .extracting(ImportRun::id)
                .containsExactly(third.runId(), second.runId());
    }

    @Test
    void runsThatHaveEndedGoByTheirTime() {
        ImportLease ended = begin(ImportKind.FULL);
        end(ended, ImportState.DONE);
        ImportLease going = begin(ImportKind.FULL);
        Instant later = Instant.now().plusSeconds(60);
        List<Expired> expired = database.call(
                Retention.class, retention -> retention.expired(Kind.IMPORT_RUN, later, Expired.NONE, 10));
        assertThat(expired).extracting(Expired::id).containsExactly(ended.runId());
        assertThat(database.<Retention, Integer>call(
                        Retention.class, retention -> retention.remove(Kind.IMPORT_RUN, List.of(ended.runId()))))
                .isEqualTo(1);
        assertThat(texts("select id from import_run")).containsExactly(going.runId());
    }

    @Test
    void aPlanIsStoredAsAWhole() {
        ImportLease own = begin(ImportKind.FULL);
        assertThat(this.<Boolean>pages(
                        pages -> pages.storePlan(own, 3, List.of(List.of("00u1"), List.of("00u2", "00u3")))))
                .isTrue();
        assertThat(this.<List<StoredPage>>pages(pages -> pages.list(own.runId(), PageKind.REREAD)))
                .containsExactly(
                        new StoredPage(PageKind.REREAD, "", 3, 1, null),
                        new StoredPage(PageKind.REREAD, "", 4, 2, null));
    }

    @Test
    void onlyActivePeopleWithAnIdOfOktaAreLinked() {
        person("p1", "'00uAAAAAAAAAAAAAAAAA'", true);
        person("p2", "'00uBBBBBBBBBBBBBBBBB'", true);
        person("p3", "'00uCCCCCCCCCCCCCCCCC'", false);
        person("p4", "'E4711'", true);
        person("p5", "null", true);
        assertThat(this.<List<String>>people(people -> people.without(Set.of("00uAAAAAAAAAAAAAAAAA"))))
                .containsExactly("00uBBBBBBBBBBBBBBBBB");
        assertThat(this.<Set<String>>people(people ->
                        people.among(List.of("00uAAAAAAAAAAAAAAAAA", "00uCCCCCCCCCCCCCCCCC", "E4711", "00u"))))
                .containsExactly("00uAAAAAAAAAAAAAAAAA");
    }

    private void person(String id, String externalId, boolean active) {
        run(
                "insert into person (id, version, document, user_name_key, user_name, external_id, full_name, full_name_key,"
                        + " active, source, created_at, modified_at) values ('" + id + "', 1, '{}', '" + id + "', '"
                        + id + "', "
                        + externalId + ", '" + id + "', '" + id + "', " + active + ", 'OKTA', 0, 0)");
    }

    private void candidate(String id, String runId, String state, String decidedBy) {
        run(
                "insert into import_candidate (id, preview, run_id, resource_type, okta_id, okta_name, okta_name_key, kind, state,"
                        + " found_at, decided_by) values ('" + id + "', '', '" + runId + "', 'User', '" + id + "', '"
                        + id + "', '"
                        + id + "', 'UPDATE', '" + state + "', 0, " + decidedBy + ")");
    }

    private ImportLease begin(ImportKind kind) {
        return call(runs -> runs.begin(kind, RunCause.ADMINISTRATOR, false, "ada"));
    }

    private void stop(String runId) {
        call(runs -> {
            runs.stop(runId);
            return null;
        });
    }

    private void release(ImportLease lease) {
        call(runs -> {
            runs.release(lease);
            return null;
        });
    }

    private void end(ImportLease lease, ImportState state) {
        assertThat(this.<Boolean>call(runs -> runs.end(lease, state, null))).isTrue();
    }

    private ImportRun find(String runId) {
        return call(runs -> runs.find(runId)).orElseThrow();
    }

    private static Reason refused(Runnable call) {
        return catchThrowableOfType(ImportRunRefused.class, call::run).reason();
    }

    private <T> T call(Function<ImportRuns, T> call) {
        return database.call(ImportRuns.class, call);
    }

    private <T> T pages(Function<ImportPages, T> call) {
        return database.call(ImportPages.class, call);
    }

    private <T> T people(Function<LinkedPeople, T> call) {
        return database.call(LinkedPeople.class, call);
    }

    private List<String> texts(String query) {
        return Sql.of(query).list(database.dataSource(), row -> row.getString(1));
    }

    private void run(String statement) {
        database.run(entities -> entities.createNativeQuery(statement).executeUpdate());
    }
}
