package io.roster.telephony;

/**
 * What came of bulk work for one person.
 *
 * @param personId the SCIM id
 * @param name what to call the person; {@code null} for one who was deleted since
 * @param outcome what came of it; {@code null} where it is still to be done
 * @param reason why nothing was done; {@code null} where it was
 * @param given the number, extension or licence that was assigned or released, or that the person has already; of who was
 *     removed the user name; may be {@code null}
 */
public record BulkPerson(String personId, String name, BulkOutcome outcome, BulkReason reason, String given) {}
