package io.roster.imports;

/**
 * A CDI event: the safeguard has stopped a run before anything was applied, and an administrator has to decide. Fired
 * within the transaction that holds the run: what an observer writes is kept or lost with it.
 *
 * @param runId the run
 * @param counted the numbers
 * @param appThreshold the percentage of the app's people that was allowed; {@code null} for any
 * @param orgThreshold the percentage of all active people that was allowed; {@code null} for any
 */
public record ImportHeld(String runId, Safeguard counted, Integer appThreshold, Integer orgThreshold) {}
