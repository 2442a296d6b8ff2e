package io.roster.syncback.okta;

import java.util.Locale;

/**
 * A change of a user's status.
 *
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserLifecycle/">User
 *     lifecycle</a>
 */
public enum Lifecycle {
    /** From every status but DEPROVISIONED, to that. */
    DEACTIVATE,
    /** From ACTIVE. */
    SUSPEND,
    /** From SUSPENDED, back to ACTIVE. */
    UNSUSPEND,
    /** From STAGED or DEPROVISIONED. */
    ACTIVATE,
    /** From PROVISIONED or RECOVERY: the invitation once more. */
    REACTIVATE;

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Okta knows the question whether to write a mail for all but suspension. */
    boolean hasMail() {
        return this != SUSPEND && this != UNSUSPEND;
    }
}
