package io.roster.imports;

/**
 * The right to go on with a run. Whoever goes on after its server is gone gets another one, and what the server writes
 * that was only slow is refused from then on.
 *
 * @param runId the run
 * @param holder who has it; as good as a random number
 */
public record ImportLease(String runId, String holder) {}
