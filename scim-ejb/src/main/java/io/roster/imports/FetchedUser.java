package io.roster.imports;

import jakarta.json.JsonObject;

/**
 * A user of Okta to whom the app is assigned, as a run read it.
 *
 * @param oktaId Okta's id of the user, in Roster the {@code externalId}
 * @param status of the user, such as {@code ACTIVE}, {@code SUSPENDED} or {@code DEPROVISIONED}
 * @param appUserStatus of the assignment, such as {@code PROVISIONED}; {@code UNASSIGNED} for somebody whom an incremental
 *     run found to be assigned no more
 * @param scimId what Okta remembers as the person's SCIM id; {@code null} where it never provisioned them
 * @param appUserName the username that Okta has for the app
 * @param profile of the user
 * @param appProfile of the assignment
 */
public record FetchedUser(
        String oktaId,
        String status,
        String appUserStatus,
        String scimId,
        String appUserName,
        JsonObject profile,
        JsonObject appProfile) {

    /** {@return whether this user is to be active here: assigned, and not deactivated; a suspended one stays (Okta says
     * nothing of a suspension to apps)} */
    public boolean isActive() {
        return !status.equals("DEPROVISIONED")
                && !appUserStatus.equals("UNASSIGNED")
                && !appUserStatus.equals("DEPROVISIONED")
                && !appUserStatus.equals("REVOKED")
                && !appUserStatus.equals("INACTIVE");
    }
}
