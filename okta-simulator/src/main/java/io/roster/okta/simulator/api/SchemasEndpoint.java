package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.schema.UserSchema;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code /api/v1/meta/schemas/user/default}: which attributes profiles have; custom ones are added, changed, removed. */
record SchemasEndpoint(UserSchema schema) {

    List<Route> routes() {
        String path = "/api/v1/meta/schemas/user/default";
        return List.of(
                Route.of("GET", path, "okta.schemas", Bucket.OTHER, this::read),
                Route.of("POST", path, "okta.schemas", Bucket.OTHER, this::change));
    }

    private ApiAnswer read(ApiRequest request) {
        return ApiAnswer.ok(Json.object()
                .add("id", request.origin() + "/meta/schemas/user/default")
                .add("$schema", "http://json-schema.org/draft-04/schema#")
                .add("name", "user")
                .add("title", "User")
                .add("type", "object")
                .add(
                        "definitions",
                        Json.object()
                                .add("custom", definition("#custom", schema.customProperties()))
                                .add("base", definition("#base", schema.baseProperties())))
                .add("_links", Json.object().add("self", UserResource.link(request.origin() + request.path())))
                .build());
    }

    private static JsonObjectBuilder definition(String id, JsonObject properties) {
        return Json.object()
                .add("id", id)
                .add("type", "object")
                .add("properties", properties)
                .add("required", Json.array());
    }

    private ApiAnswer change(ApiRequest request) {
        List<String> wrong = schema.change(properties(request.json()));
        if (!wrong.isEmpty()) {
            throw OktaError.invalid("definitions.custom", wrong.toArray(String[]::new));
        }
        return read(request);
    }

    private static JsonObject properties(JsonObject body) {
        JsonValue value = body;
        for (String name : List.of("definitions", "custom", "properties")) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw OktaError.malformed();
    }
}
