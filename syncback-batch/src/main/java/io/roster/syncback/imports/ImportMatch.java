package io.roster.syncback.imports;

import io.roster.imports.ImportLease;
import io.roster.imports.ImportMatching;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportStep;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Compares what was read with who is here, page by page. */
@Named
@Dependent
public class ImportMatch extends ImportBatchlet {

    @EJB
    private ImportMatching matching;

    @Override
    ImportStep step() {
        return ImportStep.MATCH;
    }

    @Override
    String work(ImportRun current, ImportLease own) {
        while (matching.step(own.runId())) {
            requireGoingOn();
        }
        return DONE;
    }
}
