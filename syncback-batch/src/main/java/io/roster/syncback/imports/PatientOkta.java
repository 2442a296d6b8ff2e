package io.roster.syncback.imports;

import io.roster.outbox.Reason;
import io.roster.syncback.OktaCalls;
import io.roster.syncback.Outage;
import io.roster.syncback.PacedOkta;
import io.roster.syncback.Refusals;
import io.roster.syncback.okta.OktaAnswer;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.rate.RateBudgets;
import io.roster.syncback.rate.RateBudgets.Use;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Sends the calls of an import, one after the other: at the pace of the rate budget, after a 429 when Okta wants it, and
 * again with growing waits when Okta fails or does not answer; all that with a limited patience.
 */
final class PatientOkta {

    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofMinutes(1).toNanos();
    private static final long GLANCE = Duration.ofMillis(200).toNanos();

    /** Kinds of calls of which each has a rate limit of its own. */
    enum Area {
        APP_USERS,
        APP_USER,
        APP_GROUPS,
        GROUPS,
        MEMBERS,
        USERS,
        LOGS,
        MAPPINGS
    }

    private final Map<Area, PacedOkta> paced = new EnumMap<>(Area.class);
    private final Duration patience;
    private final BooleanSupplier stopped;
    private final Waits waits;
    private final PacedOkta.Time time;

    /** By when the call under way must have been answered. */
    private long deadline;

    private long calls;

    /**
     * @param calls what surrounds each call
     * @param sharePercent how much of each rate limit may be used
     * @param patience how long Okta may fail, or put off, one call
     * @param stopped whether the run is to end
     * @param told for what a call waits, in a sentence; {@code null} when none waits any more
     * @param time that passes
     */
    PatientOkta(
            OktaCalls calls,
            int sharePercent,
            Duration patience,
            BooleanSupplier stopped,
            Consumer<String> told,
            PacedOkta.Time time) {
        this.patience = patience;
        this.stopped = stopped;
        this.waits = new Waits(told);
        this.time = time;
        for (Area area : Area.values()) {
            paced.put(area, new PacedOkta(calls, new RateBudgets(sharePercent, 1), this::isOver, time));
        }
    }

    private boolean isOver() {
        return stopped.getAsBoolean() || time.now() > deadline;
    }

    /** {@return how many calls were answered with success} */
    long calls() {
        return calls;
    }

    /**
     * Sends a call until it is answered.
     *
     * @throws OktaException when Okta refuses
     * @throws ImportFailure when Okta has failed for too long
     * @throws Interrupted when the run is to end
     */
    <T> T send(Area area, Supplier<OktaAnswer<T>> call) {
        if (stopped.getAsBoolean()) {
            throw new Interrupted();
        }
        deadline = time.now() + patience.toNanos();
        RuntimeException trouble = null;
        for (long wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
            try {
                T value = paced.get(area).send(Use.READ, () -> waits.heard(call));
                calls++;
                waits.over();
                return value;
            } catch (PacedOkta.Stopped e) {
                throw ended(trouble);
            } catch (Outage | FaultToleranceException e) {
                trouble = e;
            } catch (OktaException e) {
                if (Refusals.reason(e) != Reason.RATE_LIMITED) {
                    throw e;
                }
                trouble = e;
            }
            // A short failure is none to tell of.
            if (wait > FIRST_WAIT) {
                waits.failing(trouble);
            }
            pause(wait, trouble);
        }
    }

    private void pause(long wait, RuntimeException trouble) {
        long until = time.now() + wait;
        try {
            while (time.now() < until) {
                if (isOver()) {
                    throw ended(trouble);
                }
                time.sleep(Math.min(GLANCE, until - time.now()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    private RuntimeException ended(RuntimeException trouble) {
        if (stopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            return new Interrupted();
        }
        String said = trouble == null ? "Okta wants fewer calls, and named a time too far away." : trouble.getMessage();
        long minutes = patience.toMinutes();
        return new ImportFailure(
                "Okta could not be read for " + (minutes == 1 ? "a minute" : minutes + " minutes")
                        + ". The last that was heard: " + said + " Nothing was applied; the next run reads anew.",
                trouble);
    }
}
