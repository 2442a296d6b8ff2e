package io.roster.outbox;

/** Starts the job that writes to Okta. Implemented where the job is. */
public interface SyncbackJob {

    /**
     * Starts a run on this server. While another one goes on, here or on another server, nothing happens.
     *
     * @param cause why
     * @param startedBy the administrator, or {@code null}
     */
    void start(RunCause cause, String startedBy);
}
