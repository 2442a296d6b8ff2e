package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.outbox.LifecycleWish;
import io.roster.outbox.SyncbackSettings;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleStepTest {

    @ParameterizedTest
    @CsvSource({
        // wish, status in Okta, unsuspends, reactivates, call, outcome
        "SUSPEND, ACTIVE, false, false, SUSPEND, WRITTEN",
        "SUSPEND, SUSPENDED, false, false, , UNCHANGED",
        "SUSPEND, DEPROVISIONED, false, false, , UNCHANGED",
        "SUSPEND, PROVISIONED, false, false, , REFUSED",
        "SUSPEND, STAGED, false, false, , REFUSED",
        "SUSPEND, RECOVERY, false, false, , REFUSED",
        "SUSPEND, LOCKED_OUT, false, false, , REFUSED",
        "SUSPEND, PASSWORD_EXPIRED, false, false, , REFUSED",
        "DEACTIVATE, ACTIVE, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, SUSPENDED, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, STAGED, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, PROVISIONED, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, RECOVERY, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, LOCKED_OUT, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, PASSWORD_EXPIRED, false, false, DEACTIVATE, WRITTEN",
        "DEACTIVATE, DEPROVISIONED, false, false, , UNCHANGED",
        "REACTIVATE, SUSPENDED, true, false, UNSUSPEND, WRITTEN",
        "REACTIVATE, SUSPENDED, false, true, , SKIPPED",
        "REACTIVATE, DEPROVISIONED, false, true, ACTIVATE, WRITTEN",
        "REACTIVATE, DEPROVISIONED, true, false, , SKIPPED",
        "REACTIVATE, STAGED, false, true, ACTIVATE, WRITTEN",
        "REACTIVATE, PROVISIONED, false, true, REACTIVATE, WRITTEN",
        "REACTIVATE, RECOVERY, false, true, REACTIVATE, WRITTEN",
        "REACTIVATE, SUSPENDED, false, false, , SKIPPED",
        "REACTIVATE, PROVISIONED, true, false, , SKIPPED",
        "REACTIVATE, ACTIVE, true, true, , UNCHANGED",
        "REACTIVATE, LOCKED_OUT, true, true, , UNCHANGED",
        "REACTIVATE, PASSWORD_EXPIRED, true, true, , UNCHANGED"
    })
    void goesByTheStatusInOkta(
            LifecycleWish wish, String status, boolean unsuspends, boolean reactivates, String call, String outcome) {
        var settings = new SyncbackSettings(true, 50, 10, 1, WhenDeactivated.SUSPEND, unsuspends, reactivates);
        LifecycleStep step = LifecycleStep.of(wish, status, settings);
        assertThat(step.transition() == null ? null : step.transition().name()).isEqualTo(call);
        assertThat(step.outcome().state()).hasToString(outcome);
    }
}
