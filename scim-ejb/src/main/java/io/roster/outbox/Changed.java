package io.roster.outbox;

/**
 * Somebody of whom Okta should hear.
 *
 * @param personId the SCIM id
 * @param oktaId Okta's id of the user, which is the person's {@code externalId}
 */
public record Changed(String personId, String oktaId) {}
