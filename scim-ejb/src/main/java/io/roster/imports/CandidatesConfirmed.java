package io.roster.imports;

/**
 * A CDI event: an administrator has confirmed candidates, which are to be applied at once. Whoever runs the job observes
 * it; while a run goes on, that one applies them.
 *
 * @param by the administrator
 */
public record CandidatesConfirmed(String by) {}
