package io.roster.syncback;

import io.roster.telephony.GraceChanged;
import io.roster.telephony.GraceEnd;
import io.roster.telephony.Leaver;
import io.roster.telephony.ServiceKind;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the job {@code service-grace} every ten minutes where somebody's grace has ended, on one of the servers that share a database, because it is
 * persistent; and at once when a policy was changed.
 */
@Stateless
public class GraceTimer {
    private static final Logger LOG = Logger.getLogger(GraceTimer.class.getName());

    @EJB
    private GraceEnd grace;

    @Schedule(hour = "*", minute = "*/10", info = "service-grace")
    void start() {
        Instant now = Instant.now();
        // Mostly nobody is due, and a run that does nothing would still fill the repository of jobs.
        boolean anybody = Arrays.stream(ServiceKind.values())
                .anyMatch(kind -> !grace.due(kind, now, Leaver.NONE, 1).isEmpty());
        if (anybody) {
            run(now);
        }
    }

    private static void run(Instant now) {
        var parameters = new Properties();
        parameters.setProperty("now", now.toString());
        Jobs.start("service-grace", parameters);
    }

    /**
     * Starts the job. Where that fails, the timer does within ten minutes: the policies are stored.
     *
     * @param change of the policies
     */
    public void graceChanged(@Observes GraceChanged change) {
        try {
            start();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The services that a changed policy frees are freed within ten minutes; the job did not start",
                    e);
        }
    }
}
