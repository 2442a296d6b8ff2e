package io.roster.outbox;

/** Why a run of the job ended. */
public enum RunEnding {
    /** Nobody was due any more. */
    DRAINED,
    /** An administrator stopped it, or the server was stopped. */
    STOPPED,
    /** Sync-back is switched off. */
    OFF,
    /** There is no connection to Okta in the settings, or no attribute to write. */
    NOT_CONFIGURED,
    /** Okta refused the credentials. */
    UNAUTHORIZED,
    /** Okta failed or did not answer, again and again. */
    UNREACHABLE,
    /** Roster failed. */
    FAILED,
    /** The server went away without a word. */
    LOST
}
