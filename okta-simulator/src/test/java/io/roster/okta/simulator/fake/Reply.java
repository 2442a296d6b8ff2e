package io.roster.okta.simulator.fake;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An answer of the fake app, easily made wrong. */
public record Reply(int status, Map<String, String> headers, String text) {

    static Reply of(int status, JsonObject body) {
        return new Reply(status, Map.of("Content-Type", "application/scim+json"), body.toString());
    }

    static Reply resource(int status, JsonObject resource) {
        String location = resource.getJsonObject("meta").getString("location");
        return of(status, resource).header("Location", location);
    }

    static Reply error(int status, String detail, Optional<String> scimType) {
        var error = Json.object().add("schemas", Json.array().add(Urn.ERROR));
        scimType.ifPresent(type -> error.add("scimType", type));
        Reply reply = of(
                status,
                error.add("detail", detail)
                        .add("status", String.valueOf(status))
                        .build());
        return status == 401 ? reply.header("WWW-Authenticate", "Bearer") : reply;
    }

    public Reply status(int other) {
        return new Reply(other, headers, text);
    }

    public Reply header(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return new Reply(status, changed, text);
    }

    public Reply without(String header) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(header);
        return new Reply(status, changed, text);
    }

    public Reply text(String other) {
        return new Reply(status, headers, other);
    }

    public Reply body(UnaryOperator<JsonObject> change) {
        return text(change.apply(Json.parse(text)).toString());
    }
}
