package io.roster.syncback.okta;

import jakarta.json.JsonObject;

/**
 * That an app is assigned to a user.
 *
 * @param status such as {@code PROVISIONED}
 * @param scimId what Okta remembers as the user's id in the app; {@code null} where it never provisioned them
 * @param userName for the app; may be empty
 * @param profile for the app
 */
public record Assignment(String status, String scimId, String userName, JsonObject profile) {

    static Assignment of(JsonObject json) {
        return new Assignment(
                json.getString("status", ""),
                json.getString("externalId", null),
                OktaJson.object(json, "credentials").getString("userName", ""),
                OktaJson.object(json, "profile"));
    }
}
