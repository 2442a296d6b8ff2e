package io.roster.okta.simulator.api;

import static io.roster.okta.simulator.org.UserStatus.ACTIVE;
import static io.roster.okta.simulator.org.UserStatus.DEPROVISIONED;
import static io.roster.okta.simulator.org.UserStatus.LOCKED_OUT;
import static io.roster.okta.simulator.org.UserStatus.PASSWORD_EXPIRED;
import static io.roster.okta.simulator.org.UserStatus.PROVISIONED;
import static io.roster.okta.simulator.org.UserStatus.RECOVERY;
import static io.roster.okta.simulator.org.UserStatus.STAGED;
import static io.roster.okta.simulator.org.UserStatus.SUSPENDED;

import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.UserStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The operations {@code /api/v1/users/{id}/lifecycle/…}, from which status each is allowed, and what it leads to. */
enum Lifecycle {
    ACTIVATE(EnumSet.of(STAGED, DEPROVISIONED), "user.lifecycle.activate"),
    REACTIVATE(EnumSet.of(PROVISIONED, RECOVERY), "user.lifecycle.reactivate"),
    DEACTIVATE(EnumSet.complementOf(EnumSet.of(DEPROVISIONED)), "user.lifecycle.deactivate"),
    SUSPEND(EnumSet.of(ACTIVE), "user.lifecycle.suspend"),
    UNSUSPEND(EnumSet.of(SUSPENDED), "user.lifecycle.unsuspend"),
    UNLOCK(EnumSet.of(LOCKED_OUT), "user.account.unlock"),
    EXPIRE_PASSWORD(EnumSet.of(ACTIVE), "user.account.expire_password"),
    RESET_PASSWORD(
            EnumSet.of(ACTIVE, PROVISIONED, RECOVERY, PASSWORD_EXPIRED, LOCKED_OUT), "user.account.reset_password");

    private final Set<UserStatus> from;
    private final String event;

    Lifecycle(Set<UserStatus> from, String event) {
        this.from = from;
        this.event = event;
    }

    /** The operation of this name in the path; E0000008 if there is none. */
    static Lifecycle of(String name) {
        for (Lifecycle operation : values()) {
            if (operation.name().toLowerCase(Locale.ROOT).equals(name)) {
                return operation;
            }
        }
        throw OktaError.noSuchPath();
    }

    /** The event of the System Log. */
    String event() {
        return event;
    }

    /** Whether Okta sends the person an e-mail, or answers with the link that would be in it. */
    boolean invites() {
        return this == ACTIVATE || this == REACTIVATE || this == RESET_PASSWORD;
    }

    /** The account after it. */
    Account apply(Account account, long now) {
        UserStatus status = account.user().status();
        if (!from.contains(status)) {
            throw refusal(status);
        }
        return to(account, target(account), now);
    }

    private UserStatus target(Account account) {
        return switch (this) {
            case ACTIVATE -> account.user().passwordChanged() == 0 ? PROVISIONED : ACTIVE;
            case REACTIVATE -> PROVISIONED;
            case DEACTIVATE -> DEPROVISIONED;
            case SUSPEND -> SUSPENDED;
            case UNSUSPEND, UNLOCK -> ACTIVE;
            case EXPIRE_PASSWORD -> PASSWORD_EXPIRED;
            case RESET_PASSWORD -> RECOVERY;
        };
    }

    /** Okta has words of their own for some operations. */
    private OktaError refusal(UserStatus status) {
        return switch (this) {
            case ACTIVATE ->
                status == ACTIVE
                        ? new OktaError(403, "E0000016", "Activation failed because the user is already active")
                        : OktaError.wrongStatus();
            case SUSPEND -> OktaError.invalid("suspendUser", "Cannot suspend a user that is not active");
            case UNSUSPEND -> OktaError.invalid("unsuspendUser", "Cannot unsuspend a user that is not suspended");
            case UNLOCK -> new OktaError(403, "E0000032", "Unlock is not allowed for this user.");
            default -> OktaError.wrongStatus();
        };
    }

    /** The account in this status; the app follows deactivation and activation, it hears nothing of a suspension. */
    static Account to(Account account, UserStatus status, long now) {
        Account changed = account.with(account.user().with(status, now));
        Assignment assignment = account.person().assignment();
        if (status == DEPROVISIONED && assignment == Assignment.ASSIGNED) {
            return changed.with(account.person().with(Assignment.DEACTIVATED));
        }
        if (account.user().status() == DEPROVISIONED && assignment == Assignment.DEACTIVATED) {
            return changed.with(account.person().with(Assignment.ASSIGNED));
        }
        return changed;
    }
}
