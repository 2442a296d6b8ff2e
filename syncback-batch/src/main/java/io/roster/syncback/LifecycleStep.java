package io.roster.syncback;

import io.roster.outbox.Field;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.FieldState;
import io.roster.outbox.LifecycleWish;
import io.roster.outbox.Reason;
import io.roster.outbox.SyncbackSettings;
import io.roster.syncback.okta.Lifecycle;

/**
 * What to do with the status of a user in Okta.
 *
 * @param transition what to call for, {@code null} for nothing
 * @param outcome what is to be recorded, once Okta has done it
 */
record LifecycleStep(Lifecycle transition, FieldOutcome outcome) {

    /**
     * Decides by the status that the user has now.
     *
     * @param wish what a deactivation or reactivation in Roster is to lead to
     * @param status the user's status in Okta
     * @param settings which reactivations are wanted
     * @return what to do
     */
    static LifecycleStep of(LifecycleWish wish, String status, SyncbackSettings settings) {
        return switch (wish) {
            case SUSPEND ->
                switch (status) {
                    case "ACTIVE" -> calls(Lifecycle.SUSPEND, status, "SUSPENDED");
                    case "SUSPENDED", "DEPROVISIONED" -> nothing(FieldState.UNCHANGED, status, null);
                    default -> nothing(FieldState.REFUSED, status, Reason.STATUS);
                };
            case DEACTIVATE ->
                "DEPROVISIONED".equals(status)
                        ? nothing(FieldState.UNCHANGED, status, null)
                        : calls(Lifecycle.DEACTIVATE, status, "DEPROVISIONED");
            case REACTIVATE ->
                switch (status) {
                    case "SUSPENDED" -> wanted(settings.unsuspends(), Lifecycle.UNSUSPEND, status);
                    case "DEPROVISIONED", "STAGED" -> wanted(settings.reactivates(), Lifecycle.ACTIVATE, status);
                    case "PROVISIONED", "RECOVERY" -> wanted(settings.reactivates(), Lifecycle.REACTIVATE, status);
                    default -> nothing(FieldState.UNCHANGED, status, null);
                };
        };
    }

    private static LifecycleStep wanted(boolean wanted, Lifecycle transition, String status) {
        return wanted ? calls(transition, status, "ACTIVE") : nothing(FieldState.SKIPPED, status, Reason.SETTINGS);
    }

    private static LifecycleStep calls(Lifecycle transition, String before, String after) {
        return new LifecycleStep(
                transition, new FieldOutcome(Field.LIFECYCLE, FieldState.WRITTEN, before, after, null));
    }

    private static LifecycleStep nothing(FieldState state, String status, Reason reason) {
        return new LifecycleStep(null, new FieldOutcome(Field.LIFECYCLE, state, status, status, reason));
    }
}
