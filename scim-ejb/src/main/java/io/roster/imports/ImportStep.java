package io.roster.imports;

/** The steps of a run, in their order. */
public enum ImportStep {
    /** Reads Okta. Nothing here changes but the run's own rows. */
    FETCH,
    /** Compares what was read with people and groups, and notes the differences as candidates. */
    MATCH,
    /** Counts who would be deactivated. */
    SAFEGUARD,
    /** Does what is confirmed. */
    APPLY
}
