package io.roster.outbox;

/** What a person's deactivation or reactivation in Roster is to do to the user in Okta. */
public enum LifecycleWish {
    /** Deactivate the user. */
    DEACTIVATE,
    /** Suspend the user. */
    SUSPEND,
    /** Make the user active again, as far as the settings allow for the state in which Okta has it. */
    REACTIVATE
}
