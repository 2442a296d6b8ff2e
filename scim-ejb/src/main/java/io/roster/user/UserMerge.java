package io.roster.user;

import io.roster.persistence.Documents;
import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a person's document becomes where another system owns some of its attributes: those are set, all others stay. Of a
 * multi-valued attribute, a value with a {@code type} changes the one with the same type, or, where it has none, the one that
 * is {@code primary} too; values without either take the place of all. What is null is cleared. Pure.
 */
public final class UserMerge {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String TYPE = "type";
    private static final String PRIMARY = "primary";
    private static final String VALUE = "value";

    private UserMerge() {}

    /**
     * The document as it would be stored.
     *
     * @param type the resource type User
     * @param document the stored document; empty for a new person
     * @param wanted the attributes that are owned, as a User without {@code schemas}
     * @return the same document where nothing changes
     * @throws ScimException 400, when an attribute does not exist, is readOnly, or may not have its value
     */
    public static JsonObject of(ResourceType type, JsonObject document, JsonObject wanted) {
        JsonObject before = type.declared(document);
        JsonObject start = before.isEmpty()
                ? JSON.createObjectBuilder()
                        .add("schemas", JSON.createArrayBuilder(type.schemasOf(wanted)))
                        .build()
                : before;
        JsonObject after = PatchEngine.applyChanges(type, start, changes(type, wanted), before);
        JsonObject stored = UserDocument.patched(type, after, before, before.getBoolean("active", true));
        return stored.equals(document) ? document : stored;
    }

    private static List<PatchChange> changes(ResourceType type, JsonObject wanted) {
        List<PatchOperation> operations = new ArrayList<>();
        wanted.forEach((name, value) -> {
            if (value instanceof JsonArray values
                    && !values.isEmpty()
                    && values.stream().allMatch(UserMerge::selects)) {
                values.getValuesAs(JsonObject.class).forEach(each -> operations.add(selected(name, each)));
            } else {
                operations.add(new PatchOperation(
                        Op.REPLACE,
                        null,
                        JSON.createObjectBuilder().add(name, value).build()));
            }
        });
        return PatchOperation.bind(type, operations);
    }

    private static boolean selects(JsonValue value) {
        return value instanceof JsonObject object && (object.containsKey(TYPE) || object.containsKey(PRIMARY));
    }

    private static PatchOperation selected(String name, JsonObject value) {
        String selector = value.containsKey(TYPE) ? TYPE : PRIMARY;
        String path = name + "[" + selector + " eq " + value.get(selector) + "]";
        boolean cleared = value.containsKey(VALUE) && value.isNull(VALUE);
        return cleared
                ? new PatchOperation(Op.REMOVE, path, null)
                : new PatchOperation(Op.ADD, path, Documents.without(value, selector));
    }
}
