package io.roster.outbox;

/** Why a run of the job began. */
public enum RunCause {
    /** It was time. */
    TIMER,
    /** An administrator wanted it. */
    ADMINISTRATOR
}
