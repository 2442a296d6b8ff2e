package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.Tracked;
import io.roster.okta.simulator.org.UserStatus;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code /api/v1/apps/{id}/users}: to whom the app is assigned, and what the app answered. */
record AppUsersEndpoint(OrgState state, Users users, AppProfiles profiles) {
    /** The group through which people are assigned; it is not pushed. */
    static final String ASSIGNING_GROUP = "00g1simulatedAssign7";

    private static final String SCOPE = "okta.apps";
    private static final int ID = 5;
    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    List<Route> routes() {
        String path = "/api/v1/apps/*/users";
        return List.of(
                Route.of("GET", path, SCOPE, Bucket.APPS, this::list),
                Route.of("POST", path, SCOPE, Bucket.APPS, this::assign),
                Route.of("GET", path + "/*", SCOPE, Bucket.APPS, this::read),
                Route.of("POST", path + "/*", SCOPE, Bucket.APPS, this::write),
                Route.of("DELETE", path + "/*", SCOPE, Bucket.APPS, this::unassign));
    }

    private ApiAnswer list(ApiRequest request) {
        App.require(request);
        UserScan scan = new UserScan(
                state.directory(),
                state.directory()::byId,
                account -> account.person().active(),
                Paging.start(request),
                request.query().limit(DEFAULT, MOST));
        List<JsonObject> page =
                scan.page().stream().map(account -> json(account, request)).toList();
        return Paging.answer(request, page, scan.next());
    }

    private ApiAnswer read(ApiRequest request) {
        App.require(request);
        return ApiAnswer.ok(json(assigned(request), request));
    }

    private ApiAnswer assign(ApiRequest request) {
        App.require(request);
        Account found = users.find(request.json().getString("id", ""));
        if (found.user().status() == UserStatus.DEPROVISIONED) {
            throw new OktaError(403, "E0000117", "Cannot assign apps or update app profiles for an inactive user");
        }
        return ApiAnswer.ok(
                json(assign(request, found, Assignment.ASSIGNED, "application.user_membership.add"), request));
    }

    private ApiAnswer write(ApiRequest request) {
        App.require(request);
        Account account = assigned(request);
        JsonObject body = request.json();
        if (body.get("profile") instanceof JsonObject profile) {
            profile.forEach((name, value) -> profiles.write(account.id(), name, value));
        }
        if (body.get("credentials") instanceof JsonObject credentials
                && credentials.containsKey(AppProfiles.USER_NAME)) {
            profiles.write(account.id(), AppProfiles.USER_NAME, credentials.get(AppProfiles.USER_NAME));
        }
        return ApiAnswer.ok(json(account, request));
    }

    private ApiAnswer unassign(ApiRequest request) {
        App.require(request);
        assign(request, assigned(request), Assignment.UNASSIGNED, "application.user_membership.remove");
        return ApiAnswer.nothing();
    }

    private Account assign(ApiRequest request, Account account, Assignment assignment, String event) {
        return users.change(
                request,
                account.id(),
                event,
                before -> before.with(before.person().with(assignment)));
    }

    private Account assigned(ApiRequest request) {
        String id = request.segment(ID);
        return state.directory()
                .byId(id)
                .filter(account -> account.person().active())
                .orElseThrow(() -> OktaError.notFound(id, "AppUser"));
    }

    private JsonObject json(Account account, ApiRequest request) {
        Tracked<Person> tracked = state.people().get(account.id());
        String updated = Times.text(account.user().lastUpdated());
        JsonObject profile = account.person().profile();
        JsonObjectBuilder json = Json.object()
                .add("id", account.id())
                .add("externalId", tracked.scimId().map(Json::string).orElse(JsonValue.NULL))
                .add("created", Times.text(account.user().created()))
                .add("lastUpdated", updated)
                .add("scope", Math.floorMod(account.id().hashCode(), 3) == 0 ? "USER" : "GROUP")
                .add("status", tracked.acknowledged().isPresent() ? "PROVISIONED" : "PENDING")
                .add("statusChanged", updated)
                .add("passwordChanged", JsonValue.NULL)
                .add("syncState", syncState(tracked))
                .add("lastSync", updated)
                .add(
                        "credentials",
                        Json.object()
                                .add(
                                        "userName",
                                        profiles.userName(
                                                account.id(), account.person().userName())))
                .add(
                        "profile",
                        profiles.over(
                                account.id(),
                                Json.object()
                                        .add("email", account.person().userName())
                                        .add("givenName", name(profile, "givenName"))
                                        .add("familyName", name(profile, "familyName"))
                                        .build()))
                .add("_links", links(account, request));
        if (request.query().get("expand").filter("user"::equals).isPresent()) {
            json.add("_embedded", Json.object().add("user", UserResource.of(account, request.origin())));
        }
        return json.build();
    }

    private static JsonValue name(JsonObject profile, String part) {
        return profile.get("name") instanceof JsonObject name
                ? name.getOrDefault(part, JsonValue.NULL)
                : JsonValue.NULL;
    }

    private static JsonObjectBuilder links(Account account, ApiRequest request) {
        return Json.object()
                .add("app", UserResource.link(request.origin() + "/api/v1/apps/" + App.ID))
                .add("user", UserResource.link(request.origin() + "/api/v1/users/" + account.id()));
    }

    private String syncState(Tracked<Person> tracked) {
        if (tracked.uncertain()) {
            return "ERROR";
        }
        return state.pending(tracked) ? "OUT_OF_SYNC" : "SYNCHRONIZED";
    }
}
