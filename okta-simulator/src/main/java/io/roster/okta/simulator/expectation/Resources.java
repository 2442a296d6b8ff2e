package io.roster.okta.simulator.expectation;

import io.roster.okta.simulator.scim.ResourceKind;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What holds for a resource wherever it stands, alone or in a page. */
final class Resources {

    private Resources() {}

    /** Refuses a resource without id, type or absolute location, or with a password; returns the location. */
    static String check(Envelope envelope, JsonObject resource, ResourceKind kind) {
        String id = text(envelope, resource, "id");
        envelope.require(
                resource.get("schemas") instanceof JsonArray schemas
                        && schemas.stream().anyMatch(value -> is(value, kind.schema())),
                "schemas of " + id + " does not name " + kind.schema());
        envelope.require(resource.get("meta") instanceof JsonObject, "meta of " + id + " is missing");
        JsonObject meta = resource.getJsonObject("meta");
        envelope.require(
                is(meta.get("resourceType"), kind.typeName()),
                "meta.resourceType of " + id + " is " + meta.get("resourceType") + " instead of " + kind.typeName());
        String location = text(envelope, meta, "location");
        envelope.require(
                location.matches("https?://[^/]+/.*") && location.endsWith(kind.path(id)),
                "meta.location of " + id + " is not its absolute URL: " + location);
        envelope.require(!resource.containsKey("password"), "The password of " + id + " was returned");
        text(envelope, resource, kind == ResourceKind.USER ? "userName" : "displayName");
        return location;
    }

    private static String text(Envelope envelope, JsonObject object, String key) {
        JsonValue value = object.get(key);
        envelope.require(
                value instanceof JsonString string && !string.getString().isBlank(), key + " is not a text: " + value);
        return ((JsonString) value).getString();
    }

    private static boolean is(JsonValue value, String text) {
        return value instanceof JsonString string && string.getString().equals(text);
    }
}
