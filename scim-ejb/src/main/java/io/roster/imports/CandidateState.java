package io.roster.imports;

/** How far something that an import found has come. */
public enum CandidateState {
    /** An administrator has to decide. */
    WAITING,
    /** By an administrator or by the settings; to be applied. */
    CONFIRMED,
    /** An administrator wants nothing done about it; later runs leave it alone too. */
    IGNORED,
    /** It is so now. */
    APPLIED,
    /** It could not be done; the reason is kept. */
    REFUSED
}
