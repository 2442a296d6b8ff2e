package io.roster.outbox;

/** Where a row of the outbox stands. */
public enum RowState {
    /** To be written at its next attempt. */
    PENDING,
    /** Okta refused it for good; somebody has to do something, or the next change tries again. */
    PARKED,
    /** An administrator took it out; further changes pile up until it is resumed. */
    HELD,
    /** Okta has what it should have. */
    DONE
}
