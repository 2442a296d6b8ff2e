package io.roster.okta.simulator.fake;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resources of one kind in the fake app: just enough SCIM for Okta's traffic. */
public final class FakeStore {
    private static final Pattern BY_VALUE = Pattern.compile("members\\[value eq \"(.+)\"]");
    private final ResourceKind kind;
    private final String base;
    private final Map<String, JsonObject> resources = new LinkedHashMap<>();

    FakeStore(ResourceKind kind, String base) {
        this.kind = kind;
        this.base = base;
    }

    public Map<String, JsonObject> resources() {
        return resources;
    }

    Reply create(JsonObject body) {
        if (kind == ResourceKind.USER
                && find("userName", body.getString("userName")).isPresent()) {
            return Reply.error(409, "userName " + body.getString("userName") + " exists", Optional.of("uniqueness"));
        }
        return Reply.resource(201, store(UUID.randomUUID().toString(), body));
    }

    Reply read(String id) {
        return known(id, resource -> resource);
    }

    Reply replace(String id, JsonObject body) {
        return known(id, before -> store(id, body));
    }

    Reply patch(String id, JsonObject body) {
        return known(id, before -> {
            JsonObject resource = before;
            for (JsonObject operation : body.getJsonArray("Operations").getValuesAs(JsonObject.class)) {
                resource = apply(resource, operation);
            }
            return store(id, resource);
        });
    }

    Reply delete(String id) {
        Reply reply = known(id, resource -> resource);
        resources.remove(id);
        return reply.status() == 404 ? reply : new Reply(204, Map.of(), "");
    }

    Reply list(Optional<String[]> attributeAndValue, int startIndex, int count) {
        List<JsonObject> found = resources.values().stream()
                .filter(resource -> attributeAndValue
                        .map(filter -> resource.getString(filter[0]).equalsIgnoreCase(filter[1]))
                        .orElse(true))
                .toList();
        List<JsonObject> page =
                found.stream().skip(startIndex - 1L).limit(count).toList();
        JsonArrayBuilder rows = Json.array();
        page.forEach(rows::add);
        return Reply.of(
                200,
                Json.object()
                        .add("schemas", Json.array().add(Urn.LIST_RESPONSE))
                        .add("totalResults", found.size())
                        .add("startIndex", startIndex)
                        .add("itemsPerPage", page.size())
                        .add("Resources", rows)
                        .build());
    }

    Optional<JsonObject> find(String attribute, String value) {
        return resources.values().stream()
                .filter(resource -> resource.getString(attribute).equalsIgnoreCase(value))
                .findFirst();
    }

    private Reply known(String id, java.util.function.UnaryOperator<JsonObject> work) {
        JsonObject resource = resources.get(id);
        return resource == null
                ? Reply.error(404, kind.typeName() + " " + id + " not found", Optional.empty())
                : Reply.resource(200, work.apply(resource));
    }

    private JsonObject store(String id, JsonObject body) {
        JsonObjectBuilder resource = Json.object();
        body.forEach((name, value) -> {
            if (!value.equals(JsonValue.NULL) && !value.toString().matches("\"\"|\\[]")) {
                resource.add(name, value);
            }
        });
        resource.remove("password").add("id", id);
        resource.add("meta", Json.object().add("resourceType", kind.typeName()).add("location", base + kind.path(id)));
        JsonObject stored = resource.build();
        resources.put(id, stored);
        return stored;
    }

    private static JsonObject apply(JsonObject resource, JsonObject operation) {
        if (!operation.containsKey("path")) {
            JsonObjectBuilder merged = Json.object(resource);
            operation.getJsonObject("value").forEach(merged::add);
            return merged.build();
        }
        JsonArray before = resource.get("members") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        JsonArrayBuilder members = Json.array();
        Matcher filter = BY_VALUE.matcher(operation.getString("path"));
        boolean removing = filter.matches();
        if (!operation.getString("op").equals("replace")) {
            before.stream()
                    .filter(member -> !removing
                            || !member.asJsonObject().getString("value").equals(filter.group(1)))
                    .forEach(members::add);
        }
        if (!removing) {
            operation.getJsonArray("value").forEach(members::add);
        }
        return Json.object(resource).add("members", members).build();
    }
}
