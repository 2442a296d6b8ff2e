package io.roster.imports;

/**
 * A group of Okta that is assigned to the app, as a run read it.
 *
 * @param oktaId Okta's id of the group, in Roster the {@code externalId}
 * @param name in Okta
 * @param description in Okta, may be empty
 */
public record FetchedGroup(String oktaId, String name, String description) {}
