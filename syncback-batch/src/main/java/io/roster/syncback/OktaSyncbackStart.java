package io.roster.syncback;

import io.roster.outbox.RunCause;
import io.roster.outbox.SyncbackJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;

/** Starts the job {@code okta-syncback}. */
@ApplicationScoped
public class OktaSyncbackStart implements SyncbackJob {

    @Override
    public void start(RunCause cause, String startedBy) {
        var parameters = new Properties();
        parameters.setProperty("cause", cause.name());
        parameters.setProperty("startedBy", startedBy == null ? "" : startedBy);
        Jobs.start("okta-syncback", parameters);
    }
}
