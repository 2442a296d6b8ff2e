package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.outbox.Attempt;
import io.roster.outbox.LifecycleWish;
import io.roster.outbox.RowState;
import io.roster.outbox.Waiting.Wanted;
import io.roster.persistence.Documents;
import io.roster.syncback.Work.Result;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to Okta for a person, and what comes of it, over HTTP and in virtual time. */
class WorkTest {

    private final WorkBench bench = new WorkBench();
    private final ScriptedOkta okta = bench.okta;

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // number, extension wanted | in Okta | effects | requests | outcome
                "+491 | 20 | {}                              | {\"phone\":\"+491\",\"ext\":\"20\"} | 2 | DONE NUMBER"
                        + " WRITTEN, EXTENSION WRITTEN",
                "+491 | 20 | {\"phone\":\"+491\"}            | {\"ext\":\"20\"} | 2 | DONE EXTENSION WRITTEN, NUMBER"
                        + " UNCHANGED",
                "+491 | 20 | {\"phone\":\"+491\",\"ext\":\"20\"} | '' | 1 | DONE NUMBER UNCHANGED, EXTENSION UNCHANGED",
                "-    | -  | {\"phone\":\"of HR\"}           | '' | 1 | DONE NUMBER LEFT, EXTENSION UNCHANGED",
                "+491 | 20 | {\"phone\":[1]}                 | {\"ext\":\"20\"} | 2 | PARKED ATTRIBUTE EXTENSION"
                        + " WRITTEN, NUMBER REFUSED"
            })
    void writesOnlyWhatDiffers(
            String number, String extension, String inOkta, String effects, int requests, String outcome) {
        okta.profile = Documents.parse(inOkta);
        Result result = bench.work(new Wanted(number, null, null), new Wanted(extension, null, null), null);
        assertThat(WorkBench.text(result)).isEqualTo(outcome);
        assertThat(okta.effects()).isEqualTo(effects);
        assertThat(okta.requests()).isEqualTo(requests);
    }

    @Test
    void clearsWhatItWroteAndNothingElse() {
        okta.profile = Documents.parse("{\"phone\":\"+491\",\"ext\":\"21\"}");
        Result result = bench.work(new Wanted(null, "+491", null), new Wanted(null, "20", "22"), null);
        assertThat(okta.effects()).isEqualTo("{\"phone\":null}");
        assertThat(WorkBench.text(result)).isEqualTo("DONE NUMBER WRITTEN, EXTENSION LEFT");
    }

    @Test
    void whoChangesTheUserMeanwhileWinsAndIsReadAgain() {
        okta.then("ok other ok ok");
        assertThat(WorkBench.text(bench.number("+491"))).isEqualTo("DONE NUMBER WRITTEN, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
        assertThat(okta.profile.getString("title")).isEqualTo("changed");
        assertThat(okta.requests()).isEqualTo(4);
    }

    @Test
    void whoIsChangedAgainAndAgainComesLater() {
        okta.then("ok " + "other ok ".repeat(5) + "other");
        assertThat(WorkBench.text(bench.number("+491")))
                .isEqualTo("PENDING CONFLICT NUMBER RETRIED, EXTENSION RETRIED");
        assertThat(okta.effects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // every error of Okta's table, of a write | what comes of it
                "400:E0000001 | PARKED VALIDATION NUMBER REFUSED, EXTENSION UNCHANGED",
                "403:E0000006 | PARKED FORBIDDEN NUMBER REFUSED, EXTENSION UNCHANGED",
                "404:E0000007 | PARKED NOT_FOUND NUMBER REFUSED, EXTENSION UNCHANGED",
                "400:E0000031 | PARKED SEARCH NUMBER REFUSED, EXTENSION UNCHANGED",
                "403:E0000038 | PARKED STATUS NUMBER REFUSED, EXTENSION UNCHANGED",
                "403:E0000075 | PARKED MAPPED NUMBER REFUSED, EXTENSION UNCHANGED",
                "405:E0000076 | PARKED MASTERED NUMBER REFUSED, EXTENSION UNCHANGED",
                "403:E0000077 | PARKED READ_ONLY NUMBER REFUSED, EXTENSION UNCHANGED",
                "403:E0000078 | PARKED IMMUTABLE NUMBER REFUSED, EXTENSION UNCHANGED",
                "418           | PARKED REFUSED NUMBER REFUSED, EXTENSION UNCHANGED",
                "401:E0000011 | ends UNAUTHORIZED",
                "409:E0000112 | PENDING ACTIVATING NUMBER RETRIED, EXTENSION RETRIED",
                "500:E0000009 | PENDING UNAVAILABLE NUMBER RETRIED, EXTENSION RETRIED",
                "503           | PENDING UNAVAILABLE NUMBER RETRIED, EXTENSION RETRIED",
                "cut           | PENDING UNANSWERED NUMBER RETRIED, EXTENSION RETRIED"
            })
    void refusalsAreParkedInWordsAndTroubleIsTriedAgain(String refusal, String outcome) {
        okta.then("ok " + refusal);
        Result result = bench.number("+491");
        assertThat(WorkBench.text(result)).isEqualTo(outcome);
        assertThat(okta.effects()).isEmpty();
        if (refusal.startsWith("4")) {
            String said = result.attempt() == null
                    ? result.detail()
                    : result.attempt().detail();
            assertThat(said).contains("Okta says no");
        }
    }

    @Test
    void whoIsTriedAgainWaits() {
        okta.then("503");
        long before = System.currentTimeMillis();
        Attempt attempt = bench.work(new Wanted("+491", null, null), WorkBench.NOTHING, null)
                .attempt();
        assertThat(attempt.nextAttempt()).isBetween(before + 7_000, System.currentTimeMillis() + 15_000);
    }

    @Test
    void whoIsGoneThereAndHasNothingHereIsInLine() {
        okta.then("404:E0000007 404:E0000007");
        assertThat(WorkBench.text(bench.work(WorkBench.NOTHING, WorkBench.NOTHING, null)))
                .startsWith("DONE NUMBER SKIPPED");
        assertThat(WorkBench.text(bench.number("+491"))).startsWith("PARKED NOT_FOUND NUMBER REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "html", "list"})
    void whatWasDoneWithoutAnAnswerIsNotDoneTwice(String trouble) {
        bench.repeats();
        okta.then("ok " + trouble);
        assertThat(WorkBench.text(bench.number("+491"))).isEqualTo("DONE NUMBER UNCHANGED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
        assertThat(okta.requests()).isEqualTo(3);
        assertThat(bench.budgets.calls()).isEqualTo(3);
    }

    @Test
    void whatWasDoneAndAnsweredTooLateIsNotDoneTwice() {
        bench.repeats();
        bench.patience(Duration.ofSeconds(4));
        okta.then("ok slow");
        assertThat(WorkBench.text(bench.number("+491"))).isEqualTo("DONE NUMBER UNCHANGED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
    }

    @Test
    void aStatusThatWasChangedWithoutAnAnswerIsNotChangedTwice() {
        bench.repeats();
        okta.then("ok lost");
        assertThat(WorkBench.text(bench.work(WorkBench.NOTHING, WorkBench.NOTHING, LifecycleWish.DEACTIVATE)))
                .endsWith("LIFECYCLE UNCHANGED");
        assertThat(okta.effects()).isEqualTo("DEACTIVATE");
    }

    @ParameterizedTest
    @CsvSource({"429@30, 26, 32", "429@50, 46, 52", "429!, 1, 2", "429, 60, 61"})
    void waitsAsLongAsOktaSaysAndGoesOn(String refusal, long least, long most) {
        okta.then("ok " + refusal);
        assertThat(WorkBench.text(bench.number("+491"))).isEqualTo("DONE NUMBER WRITTEN, EXTENSION UNCHANGED");
        // Both of Okta's times are in whole seconds, and the date is that of a moment later.
        assertThat(bench.time.seconds()).isBetween(least, most);
        assertThat(bench.budgets.limitedCalls()).isEqualTo(1);
        assertThat(bench.budgets.calls()).isEqualTo(3);
    }

    @Test
    void whoIsTooEarlyFiveTimesComesLater() {
        okta.then("429@2 429@2 429@2 429@2 429@2");
        assertThat(WorkBench.text(bench.number("+491")))
                .isEqualTo("PENDING RATE_LIMITED NUMBER RETRIED, EXTENSION RETRIED");
    }

    @Test
    void aRunThatEndsLetsNobodyWait() {
        okta.then("429@50");
        bench.number("+491");
        bench.stopped = true;
        okta.then("429@50");
        Result result = bench.number("+491");
        assertThat(result.attempt()).isNull();
        assertThat(result.ending()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // wish, status, effects, status then
        "SUSPEND, ACTIVE, '{\"phone\":\"+491\"} SUSPEND', SUSPENDED",
        "DEACTIVATE, ACTIVE, '{\"phone\":\"+491\"} DEACTIVATE', DEPROVISIONED",
        "REACTIVATE, SUSPENDED, 'UNSUSPEND {\"phone\":\"+491\"}', ACTIVE",
        "REACTIVATE, DEPROVISIONED, 'ACTIVATE {\"phone\":\"+491\"}', ACTIVE",
        "REACTIVATE, RECOVERY, 'REACTIVATE {\"phone\":\"+491\"}', ACTIVE",
        ", DEPROVISIONED, '', DEPROVISIONED",
        "DEACTIVATE, DEPROVISIONED, '', DEPROVISIONED"
    })
    void whoGoesGoesLastAndWhoComesBackComesFirst(LifecycleWish wish, String status, String effects, String then) {
        okta.status = status;
        Result result = bench.work(new Wanted("+491", null, null), WorkBench.NOTHING, wish);
        assertThat(okta.effects()).isEqualTo(effects);
        assertThat(okta.status).isEqualTo(then);
        assertThat(result.attempt().state()).isEqualTo(RowState.DONE);
    }

    @Test
    void aStatusThatOktaRefusesIsParkedAndTheNumberIsWritten() {
        okta.then("ok ok 403:E0000038");
        assertThat(WorkBench.text(bench.work(new Wanted("+491", null, null), WorkBench.NOTHING, LifecycleWish.SUSPEND)))
                .isEqualTo("PARKED STATUS NUMBER WRITTEN, EXTENSION UNCHANGED, LIFECYCLE REFUSED");
    }
}
