package io.roster.imports;

/** Starts the job that imports from Okta. Implemented where the job is. */
public interface ImportJob {

    /**
     * Starts the job for a run that has begun, on this server, and does not wait for it.
     *
     * @param lease of the run
     */
    void start(ImportLease lease);
}
