package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Attempt;
import io.roster.outbox.Field;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.Former;
import io.roster.outbox.LifecycleWish;
import io.roster.outbox.RowState;
import io.roster.outbox.SyncbackSettings;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import io.roster.outbox.Waiting;
import io.roster.outbox.Waiting.Wanted;
import io.roster.persistence.Documents;
import io.roster.syncback.Work.Result;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.rate.RateBudgets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to Okta for a person, and what comes of it, over HTTP and in virtual time. */
class WorkTest {

    private static final Wanted NOTHING = new Wanted(null, null, null);
    private static final OktaAttributes ATTRIBUTES = new OktaAttributes("ext", "phone");

    private final ScriptedOkta okta = new ScriptedOkta();
    private final OktaClient client = okta.client();
    private final VirtualTime time = new VirtualTime();
    private final RateBudgets budgets = new RateBudgets(50, 10);
    private OktaCalls calls = new OktaCalls();
    private boolean stopped;

    @AfterEach
    void close() {
        client.close();
        okta.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // number, extension wanted | in Okta | effects | requests | outcome
                "+491 | 20 | {}                              | {\"phone\":\"+491\",\"ext\":\"20\"} | 2 | DONE NUMBER WRITTEN, EXTENSION WRITTEN",
                "+491 | 20 | {\"phone\":\"+491\"}            | {\"ext\":\"20\"} | 2 | DONE EXTENSION WRITTEN, NUMBER UNCHANGED",
                "+491 | 20 | {\"phone\":\"+491\",\"ext\":\"20\"} | '' | 1 | DONE NUMBER UNCHANGED, EXTENSION UNCHANGED",
                "-    | -  | {\"phone\":\"of HR\"}           | '' | 1 | DONE NUMBER LEFT, EXTENSION UNCHANGED",
                "+491 | 20 | {\"phone\":[1]}                 | {\"ext\":\"20\"} | 2 | PARKED ATTRIBUTE EXTENSION WRITTEN, NUMBER REFUSED"
            })
    void writesOnlyWhatDiffers(
            String number, String extension, String inOkta, String effects, int requests, String outcome) {
        okta.profile = Documents.parse(inOkta);
        Result result = work(new Wanted(number, null, null), new Wanted(extension, null, null), null);
        assertThat(text(result)).isEqualTo(outcome);
        assertThat(okta.effects()).isEqualTo(effects);
        assertThat(okta.requests()).isEqualTo(requests);
    }

    @Test
    void clearsWhatItWroteAndNothingElse() {
        okta.profile = Documents.parse("{\"phone\":\"+491\",\"ext\":\"21\"}");
        Result result = work(new Wanted(null, "+491", null), new Wanted(null, "20", "22"), null);
        assertThat(okta.effects()).isEqualTo("{\"phone\":null}");
        assertThat(text(result)).isEqualTo("DONE NUMBER WRITTEN, EXTENSION LEFT");
    }

    @Test
    void whoChangesTheUserMeanwhileWinsAndIsReadAgain() {
        okta.then("ok other ok ok");
        assertThat(text(number("+491"))).isEqualTo("DONE NUMBER WRITTEN, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
        assertThat(okta.profile.getString("title")).isEqualTo("changed");
        assertThat(okta.requests()).isEqualTo(4);
    }

    @Test
    void whoIsChangedAgainAndAgainComesLater() {
        okta.then("ok " + "other ok ".repeat(5) + "other");
        assertThat(text(number("+491"))).isEqualTo("PENDING CONFLICT NUMBER RETRIED, EXTENSION RETRIED");
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
        Result result = number("+491");
        assertThat(text(result)).isEqualTo(outcome);
        assertThat(okta.effects()).isEmpty();
        if (refusal.startsWith("4")) {
            String said = result.attempt() == null
                    ? result.detail()
                    : result.attempt().detail();
            assertThat(said).contains("Okta says no");
        }
    }

    @Test
    void whoIsTriedAgainWaitsLongerEachTime() {
        okta.then("503");
        long before = System.currentTimeMillis();
        Attempt attempt = work(new Wanted("+491", null, null), NOTHING, null).attempt();
        assertThat(attempt.nextAttempt() - before).isBetween(7_000L, 20_000L);
    }

    @Test
    void whoIsGoneThereAndHasNothingHereIsInLine() {
        okta.then("404:E0000007 404:E0000007");
        assertThat(text(work(NOTHING, NOTHING, null))).startsWith("DONE NUMBER SKIPPED");
        assertThat(text(number("+491"))).startsWith("PARKED NOT_FOUND NUMBER REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "slow", "html", "list"})
    void whatWasDoneWithoutAnAnswerIsNotDoneTwice(String trouble) {
        calls = new Repeating();
        okta.then("ok " + trouble);
        assertThat(text(number("+491"))).isEqualTo("DONE NUMBER UNCHANGED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
        assertThat(okta.requests()).isEqualTo(3);
        assertThat(budgets.calls()).isEqualTo(3);
    }

    @Test
    void aStatusThatWasChangedWithoutAnAnswerIsNotChangedTwice() {
        calls = new Repeating();
        okta.then("ok lost");
        assertThat(text(work(NOTHING, NOTHING, LifecycleWish.DEACTIVATE))).endsWith("LIFECYCLE UNCHANGED");
        assertThat(okta.effects()).isEqualTo("DEACTIVATE");
    }

    @ParameterizedTest
    @CsvSource({"429@30, 30", "429@5, 5", "429!, 1", "429, 60"})
    void waitsAsLongAsOktaSaysAndGoesOn(String refusal, long seconds) {
        okta.then("ok " + refusal);
        assertThat(text(number("+491"))).isEqualTo("DONE NUMBER WRITTEN, EXTENSION UNCHANGED");
        // both of Okta's times are in whole seconds
        assertThat(time.seconds()).isBetween(seconds, seconds + 2);
        assertThat(budgets.limitedCalls()).isEqualTo(1);
        assertThat(budgets.calls()).isEqualTo(3);
    }

    @Test
    void whoIsTooEarlyFiveTimesComesLater() {
        okta.then("429@2 429@2 429@2 429@2 429@2");
        assertThat(text(number("+491"))).isEqualTo("PENDING RATE_LIMITED NUMBER RETRIED, EXTENSION RETRIED");
    }

    @Test
    void aRunThatEndsLetsNobodyWait() {
        okta.then("429@50");
        number("+491");
        stopped = true;
        okta.then("429@50");
        Result result = number("+491");
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
        Result result = work(new Wanted("+491", null, null), NOTHING, wish);
        assertThat(okta.effects()).isEqualTo(effects);
        assertThat(okta.status).isEqualTo(then);
        assertThat(result.attempt().state()).isEqualTo(RowState.DONE);
    }

    @Test
    void aStatusThatOktaRefusesIsParkedAndTheNumberIsWritten() {
        okta.then("ok ok 403:E0000038");
        assertThat(text(work(new Wanted("+491", null, null), NOTHING, LifecycleWish.SUSPEND)))
                .isEqualTo("PARKED STATUS NUMBER WRITTEN, EXTENSION UNCHANGED, LIFECYCLE REFUSED");
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
        assertThat(text(moved(null))).isEqualTo("DONE NUMBER UNCHANGED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"old\":null}");
    }

    @Test
    void aFormerAttributeThatCannotBeClearedIsToldAndKeepsNothingElseBack() {
        okta.profile = Documents.parse("{\"old\":\"+491\"}");
        okta.then("ok 403:E0000077");
        Result result = moved("+491");
        assertThat(text(result)).isEqualTo("PARKED READ_ONLY NUMBER WRITTEN, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEqualTo("{\"phone\":\"+491\"}");
        assertThat(result.attempt().former()).isEmpty();
    }

    @Test
    void whatTheNewAttributeDoesNotTakeStaysInTheFormerOne() {
        okta.profile = Documents.parse("{\"old\":\"+491\"}");
        okta.then("ok 403:E0000077 403:E0000077");
        assertThat(text(moved("+491"))).isEqualTo("PARKED READ_ONLY NUMBER REFUSED, EXTENSION UNCHANGED");
        assertThat(okta.effects()).isEmpty();
    }

    private Result moved(String number) {
        List<Former> former = List.of(
                new Former(Field.NUMBER, "old", "+491", null), new Former(Field.NUMBER, "older", "+490", "+491"));
        return work(new Waiting("p", "00u1", 1, 0, 0, null, new Wanted(number, null, null), NOTHING, former, Set.of()));
    }

    private Result number(String number) {
        return work(new Wanted(number, null, null), NOTHING, null);
    }

    private Result work(Wanted number, Wanted extension, LifecycleWish wish) {
        return work(new Waiting("p", "00u1", 1, 0, 0, wish, number, extension));
    }

    private Result work(Waiting person) {
        var settings = new SyncbackSettings(true, 50, 10, 1, WhenDeactivated.SUSPEND, true, true);
        var paced = new PacedOkta(calls, budgets, () -> stopped, time);
        return new Work(calls, client, paced, new PersonWrite.Target(ATTRIBUTES, Map.of(), settings)).on(person);
    }

    private static String text(Result result) {
        Attempt attempt = result.attempt();
        if (attempt == null) {
            return "ends " + result.ending();
        }
        return attempt.state()
                + (attempt.reason() == null ? " " : " " + attempt.reason() + " ")
                + attempt.fields().stream().map(WorkTest::text).collect(Collectors.joining(", "));
    }

    private static String text(FieldOutcome outcome) {
        return outcome.field() + " " + outcome.state();
    }

    /** As fault tolerance repeats in the server. */
    private static final class Repeating extends OktaCalls {
        @Override
        public <T> T retried(Supplier<T> work) {
            try {
                return work.get();
            } catch (Outage e) {
                return work.get();
            }
        }
    }
}
