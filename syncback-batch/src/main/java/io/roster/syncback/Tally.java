package io.roster.syncback;

import io.roster.outbox.Attempt;
import io.roster.outbox.RowState;
import io.roster.outbox.RunCounts;
import io.roster.syncback.rate.RateBudgets;

/** Counts what a run does. For one thread. */
final class Tally {

    private long people;
    private long written;
    private long retried;
    private long parked;

    void add(Attempt attempt) {
        people++;
        if (attempt.state() == RowState.PENDING) {
            retried++;
        } else if (attempt.state() == RowState.PARKED) {
            parked++;
        } else if (attempt.isWritten()) {
            written++;
        }
    }

    RunCounts counts(RateBudgets budgets) {
        return new RunCounts(
                people,
                written,
                people - written - retried - parked,
                retried,
                parked,
                budgets.calls(),
                budgets.limitedCalls(),
                budgets.limit(),
                budgets.lowestRemaining(),
                budgets.crowded(),
                budgets.fewestAtOnce());
    }
}
