package io.roster.outbox;

/** What of a person is written to Okta. */
public enum Field {
    /** The phone number, in E.164 form. */
    NUMBER,
    /** The extension. */
    EXTENSION,
    /** The status: active, suspended, deactivated. */
    LIFECYCLE
}
