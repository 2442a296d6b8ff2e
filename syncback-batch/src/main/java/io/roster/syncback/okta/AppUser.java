package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;

/**
 * A user to whom an app is assigned.
 *
 * @param user the user, without an {@code ETag}
 * @param status of the assignment, such as {@code PROVISIONED}
 * @param externalId what the app calls the user, which for a SCIM server is the id of its resource; {@code null} where Okta
 *     has not provisioned the user
 * @param userName for the app; may be empty
 * @param profile of the assignment
 * @param direct whether the app is assigned to the user alone, and not by a group
 */
public record AppUser(
        OktaUser user, String status, String externalId, String userName, JsonObject profile, boolean direct) {

    /**
     * @throws JsonException when the user itself is not within it
     */
    static AppUser of(JsonObject json) {
        OktaUser user = OktaUser.of(OktaJson.object(OktaJson.object(json, "_embedded"), "user"), "");
        if (user.id().isEmpty() || !user.id().equals(json.getString("id", ""))) {
            throw new JsonException("no user");
        }
        return new AppUser(
                user,
                json.getString("status", ""),
                json.isNull("externalId") ? null : json.getString("externalId", null),
                OktaJson.object(json, "credentials").getString("userName", ""),
                OktaJson.object(json, "profile"),
                json.getString("scope", "").equals("USER"));
    }
}
