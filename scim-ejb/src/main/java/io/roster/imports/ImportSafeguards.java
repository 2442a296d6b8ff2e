package io.roster.imports;

import io.roster.persistence.Conflicts;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import javax.sql.DataSource;

/** The step of an import that counts who would be deactivated, before anything is applied. For the job. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportSafeguards {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private SafeguardWriter writer;

    /**
     * Counts, and writes the numbers down. A run that exceeds a threshold is {@link ImportState#HELD} afterwards, and
     * {@link ImportHeld} was fired; unless an administrator has allowed it, or it is a dry run, of which only the numbers
     * are of interest.
     *
     * @param runId the run
     * @return whether it may be applied
     */
    public boolean passes(String runId) {
        MatchedRun run = MatchedRun.read(dataSource, runId);
        return Conflicts.retried(() -> writer.evaluate(run));
    }
}
