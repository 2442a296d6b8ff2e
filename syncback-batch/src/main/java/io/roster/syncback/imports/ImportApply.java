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

    /** How many steps lie between two counts of what is left. */
    private static final int STEPS_PER_COUNT = 40;

    @EJB
    private ImportApplication application;

    @Override
    ImportStep step() {
        return ImportStep.APPLY;
    }

    @Override
    String work(ImportRun current, ImportLease own) {
        for (int step = 0; application.step(own.runId()); step++) {
            requireGoingOn();
            if (step % STEPS_PER_COUNT == 0) {
                application.count(own.runId());
            }
        }
        application.count(own.runId());
        end(own, ImportState.DONE, null);
        return ENDED;
    }
}
