package io.roster.syncback.imports;

import io.roster.imports.ImportJob;
import io.roster.imports.ImportLease;
import io.roster.settings.Settings;
import io.roster.syncback.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the job {@code okta-import}. */
@ApplicationScoped
public class OktaImportStart implements ImportJob {

    private static final Logger LOG = Logger.getLogger(OktaImportStart.class.getName());

    @Inject
    private Settings settings;

    // Where that fails, the run begins with the next look after abandoned ones: it is stored.
    @Override
    public void start(ImportLease lease) {
        var parameters = new Properties();
        parameters.setProperty("run", lease.runId());
        parameters.setProperty("lease", lease.holder());
        parameters.setProperty(
                "patience", String.valueOf(settings.importPatience().toMinutes()));
        try {
            Jobs.start("okta-import", parameters);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The import " + lease.runId() + " begins within a minute; its job did not start", e);
        }
    }
}
