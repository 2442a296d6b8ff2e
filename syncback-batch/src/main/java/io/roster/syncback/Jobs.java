package io.roster.syncback;

import io.roster.persistence.Conflicts;
import jakarta.batch.runtime.BatchRuntime;
import java.util.Properties;

/** Starts batch jobs. */
public final class Jobs {

    private Jobs() {}

    /**
     * Starts a job. Derby gives the rows of the batch repository their ids from sequences, and refuses a row at once when
     * the sequence's own row is being read as it has to be moved on (docs/decisions/0023); that is over in milliseconds.
     *
     * @param name of the file below {@code META-INF/batch-jobs}
     * @param parameters of the job
     * @throws jakarta.batch.operations.BatchRuntimeException when it cannot be started
     */
    public static void start(String name, Properties parameters) {
        Conflicts.retried(() -> BatchRuntime.getJobOperator().start(name, parameters));
    }
}
