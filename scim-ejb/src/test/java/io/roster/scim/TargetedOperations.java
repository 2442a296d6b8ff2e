package io.roster.scim;

import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** PATCH operations made for one document, so that most of them find what they aim at and change something. */
final class TargetedOperations {

    private static final String OWN = OwnSchema.URN + ":";
    private static final String WORK = SchemaRegistry.ENTERPRISE_USER + ":";

    private static final Arbitrary<JsonValue> TEXT = text("ada", "ADA", "bo", "", "日本");
    private static final Arbitrary<JsonValue> BOOLEAN = Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE);
    private static final Arbitrary<JsonValue> EMAIL = object(Map.of(
            "value",
            text("ada@work.example", "ADA@home.example", "n@n.example"),
            "type",
            text("work", "home", "other"),
            "primary",
            BOOLEAN,
            "display",
            TEXT));
    private static final Arbitrary<JsonValue> CARD =
            object(Map.of("value", text("c1", "c2", "c3"), "issuer", text("acme", "other"), "primary", BOOLEAN));
    private static final Arbitrary<JsonValue> NAME =
            object(Map.of("givenName", TEXT, "familyName", TEXT, "middleName", TEXT));
    private static final Arbitrary<JsonValue> MANAGER = object(Map.of("value", text("m1", "m2", "")));

    private static final Map<String, Arbitrary<JsonValue>> TARGETS = targets();

    private TargetedOperations() {}

    /** A person with something at each of the targets. */
    static JsonObject person() {
        return Cases.read(TargetedOperations.class, "targets.json").asJsonObject();
    }

    private static Map<String, Arbitrary<JsonValue>> targets() {
        var targets = new LinkedHashMap<String, Arbitrary<JsonValue>>();
        targets.put("userName", text("ada", "eva", " "));
        targets.put("DISPLAYNAME", TEXT);
        targets.put("active", Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, Json.createValue("False")));
        targets.put("name", NAME);
        targets.put("name.givenName", TEXT);
        targets.put(SchemaRegistry.USER + ":name.familyName", TEXT);
        targets.put("emails", list(EMAIL));
        targets.put("emails.type", text("work", "other"));
        targets.put("emails[type eq \"work\"]", EMAIL);
        targets.put("emails[type eq \"home\"].value", text("x@x.example", "ada@home.example"));
        targets.put("emails[type eq \"home\"].primary", BOOLEAN);
        targets.put("emails[primary eq true].display", TEXT);
        targets.put("emails[value ew \"e\" or not (type pr)].display", TEXT);
        targets.put("emails[type eq \"new\" and primary eq true].value", text("new@n.example"));
        targets.put("phoneNumbers", list(EMAIL));
        targets.put("groups", list(object(Map.of("value", text("g1", "g2")))));
        targets.put("id", text("7f1c", "other"));
        targets.put(SchemaRegistry.ENTERPRISE_USER, object(Map.of("department", TEXT, "manager", MANAGER)));
        targets.put(WORK + "department", TEXT);
        targets.put(WORK + "manager", MANAGER);
        targets.put(WORK + "MANAGER.VALUE", text("m1", "m2"));
        targets.put(OWN + "badge", text("B1", "B2"));
        targets.put(OWN + "site", text("Ulm", "Linz", "Paris"));
        targets.put(OWN + "desk", TEXT);
        targets.put(OWN + "skills", list(text("java", "SQL", "go")));
        targets.put(OWN + "skills[value eq \"java\"]", text("go", "sql"));
        targets.put(OWN + "keys", list(text("k1", "k2")));
        targets.put(OWN + "cards", list(CARD));
        targets.put(OWN + "cards[value eq \"c1\"]", CARD);
        targets.put(OWN + "cards[value eq \"c2\"].issuer", text("acme", "other"));
        return targets;
    }

    /** One operation, with a path three times out of four. */
    static Arbitrary<JsonObject> operation() {
        var withPath = TARGETS.entrySet().stream()
                .map(target -> Combinators.combine(
                                Arbitraries.of("add", "replace", "remove"),
                                target.getValue(),
                                Arbitraries.of(true, false))
                        .as((op, value, isWithValue) ->
                                operation(op, target.getKey(), op.equals("remove") && !isWithValue ? null : value)))
                .toList();
        var keys = new LinkedHashMap<>(TARGETS);
        keys.keySet().removeIf(key -> key.indexOf('[') >= 0);
        var withoutPath = Combinators.combine(Arbitraries.of("add", "replace"), object(keys))
                .as((op, value) -> operation(op, null, value));
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.oneOf(withPath)), Tuple.of(1, withoutPath));
    }

    private static JsonObject operation(String op, String path, JsonValue value) {
        var operation = new LinkedHashMap<String, JsonValue>();
        operation.put("op", Json.createValue(op));
        if (path != null) {
            operation.put("path", Json.createValue(path));
        }
        if (value != null) {
            operation.put("value", value);
        }
        return JsonObjects.of(operation);
    }

    private static Arbitrary<JsonValue> text(String... texts) {
        return Arbitraries.of(texts).map(Json::createValue);
    }

    private static Arbitrary<JsonValue> list(Arbitrary<JsonValue> elements) {
        return elements.list().ofMaxSize(2).map(JsonObjects::of);
    }

    /** An object with up to three of the members. */
    private static Arbitrary<JsonValue> object(Map<String, Arbitrary<JsonValue>> members) {
        var entries = new ArrayList<Arbitrary<Map.Entry<String, JsonValue>>>();
        members.forEach((name, value) -> entries.add(value.map(v -> Map.entry(name, v))));
        return Arbitraries.oneOf(entries).list().ofMaxSize(3).map(chosen -> {
            var object = new LinkedHashMap<String, JsonValue>();
            chosen.forEach(entry -> object.put(entry.getKey(), entry.getValue()));
            return JsonObjects.of(object);
        });
    }

    /** The operations as a message. */
    static JsonObject message(List<JsonObject> operations) {
        return JsonObjects.of(Map.of(
                "schemas",
                JsonObjects.ofStrings(List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp")),
                "Operations",
                JsonObjects.of(operations)));
    }
}
