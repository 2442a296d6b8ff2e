package io.roster.scim;

import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON as a client of good will sends it: most of it is accepted, so that what happens then can be looked at. */
final class PlausibleJson {

    private static final Arbitrary<JsonValue> TEXT =
            Arbitraries.of("ada", "ADA", "bo@x.example", "", "work", "日本").map(Json::createValue);
    private static final Arbitrary<JsonValue> BOOLEAN = Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE);
    private static final Arbitrary<JsonValue> EMAIL = members(Map.of(
            "value",
            Arbitraries.of("ada@work.example", "ada", "n@n.example").map(Json::createValue),
            "type",
            Arbitraries.of("work", "home", "WORK").map(Json::createValue),
            "primary",
            BOOLEAN,
            "display",
            TEXT));
    private static final Arbitrary<JsonValue> NAME = members(Map.of("givenName", TEXT, "familyName", TEXT));
    private static final Arbitrary<JsonValue> ENTERPRISE =
            members(Map.of("department", TEXT, "manager", members(Map.of("value", TEXT))));

    private static final Map<String, Arbitrary<JsonValue>> ATTRIBUTES = Map.of(
            "displayName",
            TEXT,
            "active",
            BOOLEAN,
            "name",
            NAME,
            "emails",
            list(EMAIL),
            "phoneNumbers",
            list(EMAIL),
            "id",
            TEXT,
            SchemaRegistry.ENTERPRISE_USER,
            ENTERPRISE);

    private static final Map<String, Arbitrary<JsonValue>> PATHS = Map.of(
            "name.givenName",
            TEXT,
            "emails.type",
            TEXT,
            "emails[type eq \"work\"]",
            EMAIL,
            "emails[value ew \"e\" or not (type pr)].display",
            TEXT,
            "emails[type eq \"home\"].primary",
            BOOLEAN,
            "phoneNumbers[type eq \"work\" and primary eq true].value",
            TEXT,
            SchemaRegistry.ENTERPRISE_USER + ":manager.value",
            TEXT,
            SchemaRegistry.ENTERPRISE_USER + ":department",
            TEXT);

    private PlausibleJson() {}

    /** Resources that are mostly valid. */
    static Arbitrary<JsonObject> resource() {
        var required = JsonObjects.of(
                Map.of("schemas", JsonObjects.ofStrings(List.of(SchemaRegistry.USER)), "userName", (JsonValue)
                        Json.createValue("ada")));
        return members(ATTRIBUTES).map(o -> JsonObjects.merge(required, o.asJsonObject()));
    }

    /** PATCH operations that are mostly applicable to {@link HostileJson#person}. */
    static Arbitrary<JsonObject> operation() {
        var targets = new LinkedHashMap<>(ATTRIBUTES);
        targets.remove("id");
        targets.putAll(PATHS);
        var withPath = targets.entrySet().stream()
                .map(target -> Combinators.combine(
                                Arbitraries.of("add", "replace", "replace", "Remove"), target.getValue())
                        .as((op, value) -> operation(op, target.getKey(), value)))
                .toList();
        var withoutPath = Combinators.combine(Arbitraries.of("add", "replace"), members(ATTRIBUTES))
                .as((op, value) -> operation(op, null, value));
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.oneOf(withPath)),
                Tuple.of(3, withoutPath),
                Tuple.of(1, HostileJson.operation()));
    }

    private static JsonObject operation(String op, String path, JsonValue value) {
        var operation = new LinkedHashMap<String, JsonValue>();
        operation.put("op", Json.createValue(op));
        if (path != null) {
            operation.put("path", Json.createValue(path));
        }
        operation.put("value", value);
        return JsonObjects.of(operation);
    }

    /** An object with some of the members. */
    private static Arbitrary<JsonValue> members(Map<String, Arbitrary<JsonValue>> members) {
        var names = List.copyOf(members.keySet());
        return Combinators.combine(names.stream()
                        .map(name -> members.get(name).injectNull(0.5))
                        .toList())
                .as(values -> {
                    var object = new LinkedHashMap<String, JsonValue>();
                    for (var i = 0; i < names.size(); i++) {
                        if (values.get(i) != null) {
                            object.put(names.get(i), values.get(i));
                        }
                    }
                    return JsonObjects.of(object);
                });
    }

    private static Arbitrary<JsonValue> list(Arbitrary<JsonValue> elements) {
        return elements.list().ofMaxSize(3).map(JsonObjects::of);
    }
}
