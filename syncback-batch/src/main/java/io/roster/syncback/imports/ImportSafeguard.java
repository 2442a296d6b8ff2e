package io.roster.syncback.imports;

import io.roster.imports.ImportLease;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportSafeguards;
import io.roster.imports.ImportState;
import io.roster.imports.ImportStep;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Counts who would be deactivated, and holds the run where these are too many. A dry run ends here. */
@Named
@Dependent
public class ImportSafeguard extends ImportBatchlet {

    @EJB
    private ImportSafeguards safeguards;

    @Override
    ImportStep step() {
        return ImportStep.SAFEGUARD;
    }

    @Override
    String work(ImportRun current, ImportLease own) {
        boolean passes = safeguards.passes(own.runId());
        if (current.dryRun()) {
            end(own, ImportState.DONE, null);
            return ENDED;
        } else if (!passes) {
            release(own);
            return ENDED;
        }
        return DONE;
    }
}
