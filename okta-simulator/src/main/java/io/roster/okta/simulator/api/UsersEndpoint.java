package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.UserStatus;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code /api/v1/users/{id}}: reads, creates, changes and deletes one user. */
record UsersEndpoint(Users users) {
    private static final int ID = 3;

    List<Route> routes() {
        String one = "/api/v1/users/*";
        return List.of(
                Route.of("GET", one, "okta.users", Bucket.USER_READ, this::read),
                Route.of("POST", one, "okta.users", Bucket.USER_WRITE, request -> update(request, false)),
                Route.of("PUT", one, "okta.users", Bucket.USER_WRITE, request -> update(request, true)),
                Route.of("DELETE", one, "okta.users", Bucket.USER_WRITE, this::delete),
                Route.of("POST", "/api/v1/users", "okta.users", Bucket.USERS, this::create));
    }

    private ApiAnswer read(ApiRequest request) {
        return UserResource.answer(users.find(request.segment(ID)), request);
    }

    private ApiAnswer update(ApiRequest request, boolean replaced) {
        JsonObject profile = profile(request.json());
        return UserResource.answer(users.update(request, request.segment(ID), profile, replaced), request);
    }

    private ApiAnswer create(ApiRequest request) {
        JsonObject body = request.json();
        JsonObject profile = profile(body);
        String login = profile.getString("login", "");
        boolean password =
                body.get("credentials") instanceof JsonObject credentials && credentials.containsKey("password");
        UserStatus active = password ? UserStatus.ACTIVE : UserStatus.PROVISIONED;
        UserStatus status = request.query().flag("activate", true) ? active : UserStatus.STAGED;
        Account created = users.create(request, NewUsers.blank(login), profile, status, password);
        return UserResource.answer(created, request);
    }

    /** The first time deactivates, the second deletes. */
    private ApiAnswer delete(ApiRequest request) {
        Account found = users.find(request.segment(ID));
        boolean gone = found.user().status() == UserStatus.DEPROVISIONED;
        String event = gone ? "user.lifecycle.delete.initiated" : "user.lifecycle.deactivate";
        users.change(
                request,
                found.id(),
                event,
                account -> gone
                        ? account.with(account.user().gone())
                        : Lifecycle.to(
                                account, UserStatus.DEPROVISIONED, users.clock().millis()));
        return ApiAnswer.nothing();
    }

    private static JsonObject profile(JsonObject body) {
        JsonValue profile = body.getOrDefault("profile", JsonValue.EMPTY_JSON_OBJECT);
        if (profile instanceof JsonObject object) {
            return object;
        }
        throw OktaError.malformed();
    }
}
