package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Attempt;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.LifecycleWish;
import io.roster.outbox.SyncbackSettings;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import io.roster.outbox.Waiting;
import io.roster.outbox.Waiting.Wanted;
import io.roster.syncback.Work.Result;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.rate.RateBudgets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Work on one person against a {@link ScriptedOkta}, in virtual time. */
final class WorkBench implements AutoCloseable {

    static final Wanted NOTHING = new Wanted(null, null, null);
    private static final OktaAttributes ATTRIBUTES = new OktaAttributes("ext", "phone");

    final ScriptedOkta okta = new ScriptedOkta();
    final VirtualTime time = new VirtualTime();
    final RateBudgets budgets = new RateBudgets(50, 10);
    boolean stopped;
    private OktaClient client = okta.client(Duration.ofSeconds(30));
    private OktaCalls calls = new OktaCalls();

    /** From now on what failed is done again at once, as fault tolerance does it in the server. */
    void repeats() {
        calls = new Repeating();
    }

    /** How long to wait for an answer, instead of long enough for any machine. */
    void patience(Duration patience) {
        client.close();
        client = okta.client(patience);
    }

    Result number(String number) {
        return work(new Wanted(number, null, null), NOTHING, null);
    }

    Result work(Wanted number, Wanted extension, LifecycleWish wish) {
        return work(new Waiting("p", "00u1", 1, 0, 0, wish, number, extension));
    }

    Result work(Waiting person) {
        var settings = new SyncbackSettings(true, 50, 10, 1, WhenDeactivated.SUSPEND, true, true);
        var paced = new PacedOkta(calls, budgets, () -> stopped, time);
        return new Work(calls, client, paced, new PersonWrite.Target(ATTRIBUTES, Map.of(), settings)).on(person);
    }

    static String text(Result result) {
        Attempt attempt = result.attempt();
        if (attempt == null) {
            return "ends " + result.ending();
        }
        return attempt.state()
                + (attempt.reason() == null ? " " : " " + attempt.reason() + " ")
                + attempt.fields().stream().map(WorkBench::text).collect(Collectors.joining(", "));
    }

    private static String text(FieldOutcome outcome) {
        return outcome.field() + " " + outcome.state();
    }

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

    @Override
    public void close() {
        client.close();
        okta.close();
    }
}
