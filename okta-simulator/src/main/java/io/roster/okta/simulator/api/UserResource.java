package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.OktaUser;
import io.roster.okta.simulator.profile.ProfileMapping;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** A user as the API shows it. */
final class UserResource {

    private UserResource() {}

    static JsonObject of(Account account, String origin) {
        OktaUser user = account.user();
        JsonObjectBuilder credentials = Json.object();
        if (user.passwordChanged() != 0) {
            credentials.add("password", JsonValue.EMPTY_JSON_OBJECT);
        }
        credentials.add("provider", Json.object().add("type", "OKTA").add("name", "OKTA"));
        return Json.object()
                .add("id", user.id())
                .add("status", user.status().name())
                .add("created", Times.text(user.created()))
                .add("activated", Times.json(user.activated()))
                .add("statusChanged", Times.json(user.statusChanged()))
                .add("lastLogin", JsonValue.NULL)
                .add("lastUpdated", Times.text(user.lastUpdated()))
                .add("passwordChanged", Times.json(user.passwordChanged()))
                .add("type", Json.object().add("id", "oty1simulatedTypeDf7"))
                .add("profile", ProfileMapping.profile(account))
                .add("credentials", credentials)
                .add("_links", Json.object().add("self", link(origin + "/api/v1/users/" + user.id())))
                .build();
    }

    static JsonObject link(String href) {
        return Json.object().add("href", href).build();
    }

    static String etag(Account account) {
        return String.format(
                "W/\"%08x%08x\"", account.id().hashCode(), account.user().version());
    }

    static ApiAnswer answer(Account account, ApiRequest request) {
        return ApiAnswer.ok(of(account, request.origin())).with("ETag", etag(account));
    }
}
