package io.roster.syncback;

import io.roster.telephony.BulkRequested;
import io.roster.telephony.BulkRunner;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the job {@code bulk-services} for work that was asked for just now, and for work whose server is gone. Every server
 * looks after the latter, so that it goes on within a minute; the lease sees to it that one of them gets it.
 */
@Stateless
public class BulkTimer {
    private static final Logger LOG = Logger.getLogger(BulkTimer.class.getName());

    @EJB
    private BulkRunner runner;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "bulk-services")
    void resume() {
        runner.abandoned().forEach(BulkTimer::start);
    }

    /**
     * Starts the job. Where that fails, the work begins with the next look after abandoned work: it is stored, and who asked
     * for it has no more to do.
     *
     * @param request what is to be done
     */
    public void requested(@Observes BulkRequested request) {
        try {
            start(request.workId());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Bulk work " + request.workId() + " begins within 15 s; its job did not start", e);
        }
    }

    private static void start(String workId) {
        var parameters = new Properties();
        parameters.setProperty("work", workId);
        Jobs.start("bulk-services", parameters);
    }
}
