package io.roster.syncback;

import io.roster.audit.JobHistory;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** Removes what the batch runtime remembers of jobs that ended long ago. What was removed before a kill stays removed. */
@Named
@Dependent
public class JobHistoryEnd extends AbstractBatchlet {

    private static final int AT_ONCE = 100;

    @EJB
    private JobHistory history;

    /** An instant in ISO 8601. */
    @Inject
    @BatchProperty
    private String before;

    private volatile boolean stopped;

    /** For the batch runtime. */
    public JobHistoryEnd() {}

    JobHistoryEnd(JobHistory history, Instant before) {
        this.history = history;
        this.before = before.toString();
    }

    @Override
    public String process() {
        long removed = 0;
        for (int some = AT_ONCE; some == AT_ONCE && !stopped; removed += some) {
            some = history.remove(Instant.parse(before), AT_ONCE);
        }
        return "REMOVED " + removed;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
