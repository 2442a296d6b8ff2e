package io.roster.access;

/** What an API token may do. */
public enum Scope {
    /** Read resources and discovery. */
    READ,
    /** Read, and create, change and delete. */
    WRITE,
    /** Ask as Okta's import inline hook, and nothing else. */
    HOOK
}
