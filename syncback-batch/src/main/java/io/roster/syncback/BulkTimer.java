package io.roster.syncback;

import io.roster.telephony.BulkRequested;
import io.roster.telephony.BulkRunner;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import java.util.Properties;

/**
 * Starts the job {@code bulk-services} for work that was asked for just now, and for work whose server is gone. Every server
 * looks after the latter, so that it goes on within a minute; the lease sees to it that one of them gets it.
 */
@Stateless
public class BulkTimer {
    @EJB
    private BulkRunner runner;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "bulk-services")
    void resume() {
        runner.abandoned().forEach(BulkTimer::start);
    }

    /**
     * Starts the job.
     *
     * @param request what is to be done
     */
    public void requested(@Observes BulkRequested request) {
        start(request.workId());
    }

    private static void start(String workId) {
        var parameters = new Properties();
        parameters.setProperty("work", workId);
        BatchRuntime.getJobOperator().start("bulk-services", parameters);
    }
}
