package io.roster.audit;

/** What came of a request. */
public enum Outcome {
    /** Carried out and answered with success. */
    SUCCESS,
    /** Refused with a 4xx or failed with a 5xx; nothing was changed. */
    REFUSED
}
