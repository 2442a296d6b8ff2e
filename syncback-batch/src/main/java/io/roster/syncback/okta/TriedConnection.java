package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest;
import io.roster.okta.OktaConnection;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** The test of a connection: each step on a thread of its own, for which nobody waits longer than is said. */
@ApplicationScoped
public class TriedConnection implements ConnectionTest {

    @Inject
    private ConnectionSteps steps;

    @Inject
    private BoundedCalls calls;

    @Override
    public StepOutcome run(Step step, OktaConnection connection, Subject subject) {
        return bounded(step, () -> steps.run(step, connection, subject));
    }

    @Override
    public StepOutcome create(OktaConnection connection, String name, String title, Step step) {
        return bounded(step, () -> steps.create(connection, name, title, step));
    }

    private StepOutcome bounded(Step step, Supplier<StepOutcome> work) {
        try {
            Future<StepOutcome> outcome = calls.start(work);
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return new StepOutcome(step, Finding.TOO_SLOW, List.of());
            }
            throw new IllegalStateException("The step " + step + " failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StepOutcome(step, Finding.CUT, List.of());
        }
    }
}
