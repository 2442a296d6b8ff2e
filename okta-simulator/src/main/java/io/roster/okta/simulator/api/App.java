package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;

/** The app that Okta provisions to. There is one, and its id is always the same. */
final class App {
    static final String ID = "0oa1simulatedApp0h7";
    private static final int SEGMENT = 3;

    private App() {}

    /** E0000007 where a path names another app. */
    static void require(ApiRequest request) {
        if (!request.segment(SEGMENT).equals(ID)) {
            throw OktaError.notFound(request.segment(SEGMENT), "AppInstance");
        }
    }

    static JsonObject json(ApiRequest request) {
        return Json.object()
                .add("id", ID)
                .add("name", "acme_roster_1")
                .add("label", "Roster")
                .add("status", "ACTIVE")
                .add("signOnMode", "SAML_2_0")
                .add(
                        "features",
                        Json.array()
                                .add("PUSH_NEW_USERS")
                                .add("PUSH_PROFILE_UPDATES")
                                .add("GROUP_PUSH"))
                .add("_links", Json.object().add("self", UserResource.link(request.origin() + "/api/v1/apps/" + ID)))
                .build();
    }
}
