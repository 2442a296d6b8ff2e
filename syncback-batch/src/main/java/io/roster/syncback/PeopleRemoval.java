package io.roster.syncback;

import io.roster.removal.DueRemovals;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Removes people who have been deactivated for as long as the rule says. Who was removed before a kill stays removed. */
@Named
@Dependent
public class PeopleRemoval extends AbstractBatchlet {

    @EJB
    private DueRemovals removals;

    private volatile boolean stopped;

    /** For the batch runtime. */
    public PeopleRemoval() {}

    PeopleRemoval(DueRemovals removals) {
        this.removals = removals;
    }

    @Override
    public String process() {
        long removed = 0;
        String last = "";
        while (last != null && !stopped) {
            DueRemovals.Step step = removals.step(last);
            removed += step.removed();
            last = step.last();
        }
        return "REMOVED " + removed;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
