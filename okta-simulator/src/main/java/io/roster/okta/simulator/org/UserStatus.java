package io.roster.okta.simulator.org;

/** The status of a user in Okta (Okta's User Status values). */
public enum UserStatus {
    /** Created and not activated. */
    STAGED,
    /** Activated, without a password so far. */
    PROVISIONED,
    /** Can sign in. */
    ACTIVE,
    /** Is asked to set a new password. */
    RECOVERY,
    /** The password has expired. */
    PASSWORD_EXPIRED,
    /** Too many wrong passwords. */
    LOCKED_OUT,
    /** Suspended by an administrator; apps hear nothing of it. */
    SUSPENDED,
    /** Deactivated: can't be updated until activated again. */
    DEPROVISIONED
}
