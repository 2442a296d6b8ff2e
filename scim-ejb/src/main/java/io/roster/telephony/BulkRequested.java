package io.roster.telephony;

/**
 * A CDI event: there is bulk work to be done. Whoever runs jobs observes it.
 *
 * @param workId the id of the work
 */
public record BulkRequested(String workId) {}
