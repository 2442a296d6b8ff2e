package io.roster.syncback;

import io.roster.settings.Settings;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** Starts the job {@code retention} every night: on one of the servers that share a database, because it is persistent. */
@Stateless
public class RetentionTimer {

    /** What the batch runtime remembers of a job tells more of a failure than the log; nothing else needs it. */
    private static final Duration KEEP_JOBS = Duration.ofDays(7);

    @Inject
    private Settings settings;

    @Schedule(hour = "3", minute = "30", info = "retention")
    void start() {
        Instant now = Instant.now();
        var parameters = new Properties();
        parameters.setProperty(
                "deletedBefore", now.minus(settings.keepDeleted()).toString());
        parameters.setProperty("eventsBefore", now.minus(settings.keepAudit()).toString());
        parameters.setProperty("jobsBefore", now.minus(KEEP_JOBS).toString());
        Jobs.start("retention", parameters);
    }
}
