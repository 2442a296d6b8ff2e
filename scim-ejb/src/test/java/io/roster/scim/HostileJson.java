package io.roster.scim;

import io.roster.scim.patch.PatchOperation;
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

/** JSON that looks nearly like SCIM: right and wrong names with values of right and wrong types. */
final class HostileJson {

    private static final List<String> NAMES = List.of(
            "schemas",
            "userName",
            "USERNAME",
            "active",
            "name",
            "emails",
            "value",
            "type",
            "primary",
            "givenName",
            "id",
            "meta",
            "groups",
            "password",
            "op",
            "path",
            "Operations",
            "nope",
            "",
            "name.givenName",
            "x509Certificates",
            "emails[type eq \"work\"].value",
            SchemaRegistry.ENTERPRISE_USER,
            SchemaRegistry.TELEPHONY_USER,
            SchemaRegistry.ENTERPRISE_USER + ":manager",
            "manager",
            "department",
            "extension");

    private static final List<JsonValue> VALUES = List.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            JsonValue.FALSE,
            JsonValue.EMPTY_JSON_ARRAY,
            JsonValue.EMPTY_JSON_OBJECT,
            Json.createValue(0),
            Json.createValue(1e300),
            Json.createValue(""),
            Json.createValue("ada"),
            Json.createValue("False"),
            Json.createValue("add"),
            Json.createValue("Replace"),
            Json.createValue("remove"),
            Json.createValue("emails"),
            Json.createValue("emails[type eq \"work\"]"),
            Json.createValue("emails.type"),
            Json.createValue("emails[value ew \"e\"].primary"),
            Json.createValue("name"),
            Json.createValue("userName"),
            Json.createValue(SchemaRegistry.USER),
            Json.createValue(SchemaRegistry.ENTERPRISE_USER),
            Json.createValue(PatchOperation.URN),
            Json.createValue("a".repeat(300)));

    private HostileJson() {}

    /** A person with a bit of everything. */
    static JsonObject person() {
        return Cases.read(HostileJson.class, "person.json").asJsonObject();
    }

    /** Bodies; the members that a body must have to be looked at further are mostly there. */
    static Arbitrary<JsonObject> objects() {
        var schemas = JsonObjects.ofStrings(List.of(SchemaRegistry.USER));
        var patchOp = JsonObjects.ofStrings(List.of(PatchOperation.URN));
        var resources = object(3)
                .map(o -> JsonObjects.merge(
                        JsonObjects.of(Map.of("schemas", (JsonValue) schemas, "userName", Json.createValue("ada"))),
                        o));
        var operations = operation()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> JsonObjects.of(Map.of("schemas", patchOp, "Operations", JsonObjects.of(list))));
        return Arbitraries.oneOf(object(3), resources, operations);
    }

    /** PATCH operations, most of them applicable. */
    static Arbitrary<JsonObject> operation() {
        var ops = Arbitraries.of("add", "remove", "replace", "Replace", "move");
        var paths = Arbitraries.of(
                "active",
                "userName",
                "displayName",
                "name",
                "name.givenName",
                "emails",
                "emails.type",
                "emails.primary",
                "emails[type eq \"work\"]",
                "emails[type eq \"other\"].value",
                "emails[primary eq true].primary",
                "emails[value ew \"e\" or not (type pr)].display",
                "phoneNumbers[type eq \"work\"].value",
                "groups",
                "id",
                "nope",
                SchemaRegistry.ENTERPRISE_USER,
                SchemaRegistry.ENTERPRISE_USER + ":department",
                SchemaRegistry.TELEPHONY_USER + ":extension",
                "");
        return Combinators.combine(ops, paths.injectNull(0.2), value(2)).as((op, path, value) -> {
            var operation = new LinkedHashMap<String, JsonValue>();
            operation.put("op", Json.createValue(op));
            operation.put("value", value);
            if (path != null) {
                operation.put("path", Json.createValue(path));
            }
            return JsonObjects.of(operation);
        });
    }

    private static Arbitrary<JsonObject> object(int depth) {
        return Arbitraries.maps(Arbitraries.of(NAMES), value(depth - 1))
                .ofMaxSize(4)
                .map(JsonObjects::of);
    }

    private static Arbitrary<JsonValue> value(int depth) {
        var plain = Arbitraries.of(VALUES);
        return depth <= 0
                ? plain
                : Arbitraries.oneOf(
                        plain,
                        object(depth).map(o -> (JsonValue) o),
                        value(depth - 1).list().ofMaxSize(3).map(JsonObjects::of));
    }
}
