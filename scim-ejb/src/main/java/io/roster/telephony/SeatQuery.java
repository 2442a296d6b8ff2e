package io.roster.telephony;

/**
 * Whose seats of a licence to list.
 *
 * @param licenseId the id of the licence type
 * @param state those who have a seat, who wait, or who gave theirs up
 * @param search what the user name, the name, the family name or an email address begins with, in any case; {@code null}
 *     for everybody
 */
public record SeatQuery(String licenseId, SeatState state, String search) {}
