package io.roster.syncback;

import io.roster.telephony.BulkRunner;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Does bulk work to its end, or until it is stopped. Its checkpoint is what the work's own rows say. */
@Named
@Dependent
public class BulkServices extends AbstractBatchlet {
    @EJB
    private BulkRunner runner;

    @Inject
    @BatchProperty
    private String work;

    private volatile boolean stopped;

    /** For the batch runtime. */
    public BulkServices() {}

    BulkServices(BulkRunner runner, String work) {
        this.runner = runner;
        this.work = work;
    }

    /** {@return DONE, BUSY when another server has the work, or STOPPED} */
    @Override
    public String process() {
        if (!runner.claim(work)) {
            return "BUSY";
        }
        boolean more = true;
        while (more && !stopped) {
            more = runner.step(work);
        }
        return more ? "STOPPED" : "DONE";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
