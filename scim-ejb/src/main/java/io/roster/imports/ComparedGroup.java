package io.roster.imports;

import java.util.List;

/**
 * A group of Okta that is not as the one of Roster.
 *
 * @param oktaId Okta's id
 * @param name in Okta
 * @param rosterId the SCIM id of the group that is linked with it; {@code null} where there is none
 * @param rosterName its name; {@code null} where there is none
 * @param onlyInOkta Okta's ids of people who are here, and members in Okta alone
 * @param onlyInRoster Okta's ids of people who are members here alone
 */
public record ComparedGroup(
        String oktaId,
        String name,
        String rosterId,
        String rosterName,
        List<String> onlyInOkta,
        List<String> onlyInRoster) {}
