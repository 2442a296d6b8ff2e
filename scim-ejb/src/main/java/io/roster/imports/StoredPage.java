package io.roster.imports;

/**
 * A page that a run has stored, without its content.
 *
 * @param kind what is on it
 * @param ownerId Okta's id of the group for {@link PageKind#MEMBERS}, otherwise empty
 * @param page counts from 0
 * @param amount how many users, groups or ids
 * @param nextLink where Okta has the next one; {@code null} on the last one of a list
 */
public record StoredPage(PageKind kind, String ownerId, int page, int amount, String nextLink) {}
