package io.roster.outbox;

/** What came of a field. */
public enum FieldState {
    /** Okta took the value. */
    WRITTEN,
    /** Okta had the value already. */
    UNCHANGED,
    /** Okta has a value that is not Roster's, and Roster has none to put in its place: it was left alone. */
    LEFT,
    /** Not written, because of the status of the user in Okta; a reactivation writes it. */
    SKIPPED,
    /** Not written, and tried again. */
    RETRIED,
    /** Not written, and not tried again by itself. */
    REFUSED
}
