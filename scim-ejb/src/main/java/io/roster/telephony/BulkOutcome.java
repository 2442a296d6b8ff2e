package io.roster.telephony;

/** What came of bulk work for one person. */
public enum BulkOutcome {
    /** It was done. */
    DONE,
    /** There was nothing to do; the reason says why. */
    UNCHANGED,
    /** It was refused, for a reason. */
    REFUSED
}
