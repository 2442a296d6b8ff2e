package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.outbox.OutboxQueue;
import io.roster.outbox.RunCause;
import io.roster.outbox.RunCounts;
import io.roster.outbox.RunEnding;
import io.roster.outbox.SyncbackRuns;
import io.roster.outbox.SyncbackSettings;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.rate.RateBudgets;
import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The step of the job {@code okta-syncback}: one run, from taking the lease to giving it back. */
@Named
@Dependent
public class OktaSyncback extends AbstractBatchlet {

    private static final Logger LOG = Logger.getLogger(OktaSyncback.class.getName());

    @EJB
    private SyncbackRuns runs;

    @EJB
    private OutboxQueue queue;

    @EJB
    private OktaConnections connections;

    @Inject
    private OktaClients clients;

    @Inject
    private OktaCalls calls;

    @Inject
    private ServerName server;

    // Threads of their own: the server's few are for requests, and each of them keeps a database connection.
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @BatchProperty
    private String cause;

    @Inject
    @BatchProperty
    private String startedBy;

    private volatile SyncbackRunner runner;
    private volatile boolean stopped;

    @Override
    public String process() throws InterruptedException {
        String by = startedBy == null || startedBy.isEmpty() ? null : startedBy;
        Optional<String> begun = runs.begin(RunCause.valueOf(cause), by, server.get());
        if (begun.isEmpty()) {
            return "ANOTHER_RUN_GOES_ON";
        }
        SyncbackSettings settings = runs.settings();
        RateBudgets budgets = new RateBudgets(settings.sharePercent(), settings.concurrency());
        Tally tally = new Tally();
        Ended ended = new Ended(RunEnding.FAILED, null);
        try {
            ended = run(begun.get(), settings, budgets, tally);
        } catch (OktaRefused e) {
            ended = new Ended(RunEnding.NOT_CONFIGURED, null);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "okta-syncback failed", e);
            ended = new Ended(RunEnding.FAILED, e.toString());
        } finally {
            runs.end(begun.get(), tally.counts(budgets), ended.ending(), ended.detail());
        }
        return ended.ending().name();
    }

    private record Ended(RunEnding ending, String detail) {}

    private Ended run(String runId, SyncbackSettings settings, RateBudgets budgets, Tally tally)
            throws InterruptedException {
        if (!settings.enabled()) {
            return new Ended(RunEnding.OFF, null);
        }
        OktaAttributes attributes = connections.attributes();
        runs.aim(attributes);
        while (runs.refill()) {
            if (!runs.beat(runId, RunCounts.NONE)) {
                return new Ended(RunEnding.STOPPED, null);
            }
        }
        try (OktaClient client = clients.open(connections.current())) {
            var okta = new PacedOkta(calls, budgets, this::isStopped);
            var target = new PersonWrite.Target(attributes, AttributeLengths.of(client, attributes), settings);
            runner = new SyncbackRunner(
                    queue,
                    attributes,
                    runId,
                    new Work(calls, client, okta, target)::on,
                    settings.concurrency(),
                    threads,
                    tally,
                    () -> !stopped && runs.beat(runId, tally.counts(budgets)));
            RunEnding ending = runner.run();
            return new Ended(ending, runner.detail());
        }
    }

    private boolean isStopped() {
        return stopped || runner.isStopped();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
