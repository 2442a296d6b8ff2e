package io.roster.syncback.imports;

import io.roster.imports.ImportApplication;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportState;
import io.roster.imports.ImportStep;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Does what is confirmed, and ends the run. */
@Named
@Dependent
public class ImportApply extends ImportBatchlet {

    @EJB
    private ImportApplication application;

    @Override
    ImportStep step() {
        return ImportStep.APPLY;
    }

    @Override
    String work(ImportRun current, ImportLease own) {
        while (application.step(own.runId())) {
            requireGoingOn();
        }
        end(own, ImportState.DONE, null);
        return ENDED;
    }
}
