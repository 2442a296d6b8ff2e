package io.roster.syncback.okta;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * A user as Okta has it.
 *
 * @param id Okta's id, which in Roster is the person's {@code externalId}
 * @param status such as {@code ACTIVE}; what follows from it is {@code UserStatusEnum} of Okta's description
 * @param etag what {@code If-Match} takes; empty where Okta sent none
 * @param profile every attribute that has a value, custom ones among them
 */
public record OktaUser(String id, String status, String etag, JsonObject profile) {

    static OktaUser of(JsonObject json, String etag) {
        return new OktaUser(
                json.getString("id", ""), json.getString("status", ""), etag, OktaJson.object(json, "profile"));
    }

    /**
     * A text of the profile.
     *
     * @param attribute the name in Okta
     * @return empty where the attribute has no value or is no text
     */
    public Optional<String> text(String attribute) {
        return profile.get(attribute) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
