package io.roster.imports;

/** How a run stands. */
public enum ImportState {
    /** On its way; or its server is gone, and another one goes on with it. */
    RUNNING,
    /** Stopped by the safeguard before anything was applied, until an administrator decides. */
    HELD,
    /** At its end. */
    DONE,
    /** Ended by itself before its end; the detail says why. What it has applied stays. */
    FAILED,
    /** Ended by an administrator. */
    CANCELLED
}
