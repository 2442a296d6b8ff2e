package io.roster.telephony;

/**
 * What came of it for one person.
 *
 * @param personId the id that was given
 * @param result what came of it
 */
public record SeatOutcome(String personId, SeatResult result) {}
