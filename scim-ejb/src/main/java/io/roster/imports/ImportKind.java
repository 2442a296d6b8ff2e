package io.roster.imports;

/** How much a run reads. */
public enum ImportKind {
    /** Everybody who is assigned, and all groups: only this one sees who is assigned no more. */
    FULL,
    /** What Okta has changed since the last run that ended well. */
    INCREMENTAL,
    /** Nothing: it applies what administrators have confirmed since the last run. */
    CONFIRMED,
    /** Everybody, to show how Okta and Roster differ: it notes nothing to be applied, and changes nobody. */
    COMPARISON
}
