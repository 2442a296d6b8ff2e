package io.roster.syncback.imports;

import io.roster.drift.DriftComparison;
import io.roster.imports.ImportKind;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportMatching;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportState;
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

    @EJB
    private DriftComparison drift;

    @Override
    ImportStep step() {
        return ImportStep.MATCH;
    }

    @Override
    String work(ImportRun current, ImportLease own) {
        if (current.kind() == ImportKind.COMPARISON) {
            return compare(own);
        }
        while (matching.step(own.runId())) {
            requireGoingOn();
        }
        return DONE;
    }

    // It ends here: there is nothing to apply.
    private String compare(ImportLease own) {
        while (drift.step(own)) {
            requireGoingOn();
        }
        requireGoingOn();
        OktaList.require(drift.finish(own));
        end(own, ImportState.DONE, null);
        return ENDED;
    }
}
