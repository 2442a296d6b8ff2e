package io.roster.drift;

import java.util.List;

/**
 * Somebody who differs, or a group.
 *
 * @param id of the row
 * @param group whether it is a group
 * @param oktaId Okta's id
 * @param rosterId the SCIM id; {@code null} where there is none here
 * @param name what pages call it
 * @param kind how it differs
 * @param fields what differs, and what it is on each side
 * @param oktaMembers of a group, how many people who are here are members in Okta alone
 * @param rosterMembers of a group, how many people of Okta's are members here alone
 */
public record Drift(
        String id,
        boolean group,
        String oktaId,
        String rosterId,
        String name,
        DriftKind kind,
        List<DriftField> fields,
        long oktaMembers,
        long rosterMembers) {}
