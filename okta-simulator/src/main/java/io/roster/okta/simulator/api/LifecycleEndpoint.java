package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/users/{id}/lifecycle/{operation}}. */
record LifecycleEndpoint(Users users) {
    private static final int ID = 3;
    private static final int OPERATION = 5;

    List<Route> routes() {
        return List.of(Route.of("POST", "/api/v1/users/*/lifecycle/*", "okta.users", Bucket.USER_WRITE, this::operate));
    }

    private ApiAnswer operate(ApiRequest request) {
        Lifecycle operation = Lifecycle.of(request.segment(OPERATION));
        users.change(
                request,
                request.segment(ID),
                operation.event(),
                account -> operation.apply(account, users.clock().millis()));
        return ApiAnswer.ok(
                operation.invites() && !request.query().flag("sendEmail", true)
                        ? link(operation, request)
                        : JsonObject.EMPTY_JSON_OBJECT);
    }

    private static JsonObject link(Lifecycle operation, ApiRequest request) {
        String token = UUID.randomUUID().toString().replace("-", "");
        return operation == Lifecycle.RESET_PASSWORD
                ? Json.object()
                        .add("resetPasswordUrl", request.origin() + "/reset_password/" + token)
                        .build()
                : Json.object()
                        .add("activationUrl", request.origin() + "/welcome/" + token)
                        .add("activationToken", token)
                        .build();
    }
}
