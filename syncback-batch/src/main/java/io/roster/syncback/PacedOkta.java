package io.roster.syncback;

import io.roster.outbox.Reason;
import io.roster.syncback.okta.OktaAnswer;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.RateLimit;
import io.roster.syncback.rate.RateBudgets;
import io.roster.syncback.rate.RateBudgets.Use;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Sends calls when the rate budget has room for them, and again when Okta wanted them later. Holds nothing but a thread. */
public final class PacedOkta {

    private static final long LONGEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_REFUSALS = 5;

    private final OktaCalls calls;
    private final RateBudgets budgets;
    private final BooleanSupplier stopped;
    private final Time time;

    /**
     * @param calls what surrounds each call
     * @param budgets how many calls may go
     * @param stopped whether nothing more is to be sent; asked while a call waits for its turn
     */
    public PacedOkta(OktaCalls calls, RateBudgets budgets, BooleanSupplier stopped) {
        this(calls, budgets, stopped, new Time());
    }

    /** As {@link #PacedOkta(OktaCalls, RateBudgets, BooleanSupplier)}, in another time. */
    public PacedOkta(OktaCalls calls, RateBudgets budgets, BooleanSupplier stopped, Time time) {
        this.calls = calls;
        this.budgets = budgets;
        this.stopped = stopped;
        this.time = time;
    }

    /** The time that passes while calls are sent and waited for, in nanoseconds. */
    public static class Time {
        /** {@return the present} */
        public long now() {
            return System.nanoTime();
        }

        /** Lets time pass. */
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** The run ends: nothing more is to be sent. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the run ends");
        }
    }

    /**
     * Sends a call when it may go.
     *
     * @param use what it does
     * @param call sends it
     * @param <T> what it answers
     * @return the answer
     * @throws Stopped when the run ends before that
     * @throws OktaException when Okta refuses, or says for the fifth time that it is too early
     * @throws Outage when Okta fails or does not answer
     */
    public <T> T send(Use use, Supplier<OktaAnswer<T>> call) {
        for (int refusals = 1; ; refusals++) {
            await(use);
            // What is neither an answer nor a refusal leaves the call unanswered.
            boolean answered = false;
            try {
                OktaAnswer<T> answer = calls.send(call);
                answered = true;
                budgets.answered(use, time.now(), answer.rateLimit());
                return answer.value();
            } catch (OktaException e) {
                answered = true;
                if (Refusals.reason(e) != Reason.RATE_LIMITED) {
                    budgets.answered(use, time.now(), limit(e));
                    throw e;
                }
                budgets.limited(use, time.now(), limit(e));
                if (refusals == MOST_REFUSALS) {
                    throw e;
                }
            } finally {
                if (!answered) {
                    budgets.unanswered(use);
                }
            }
        }
    }

    private static Optional<RateLimit> limit(OktaException e) {
        return e.rateLimit() == null ? Optional.empty() : e.rateLimit();
    }

    private void await(Use use) {
        try {
            for (long wait = budgets.take(use, time.now()); wait > 0; ) {
                if (stopped.getAsBoolean()) {
                    throw new Stopped();
                }
                time.sleep(Math.min(wait, LONGEST_SLEEP));
                wait = budgets.take(use, time.now());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
