package io.roster.group;

import io.roster.scim.patch.PatchOperation;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What another system owns of a group, in the words of SCIM. */
final class OwnedGroup {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String MEMBERS = "members";

    private OwnedGroup() {}

    static JsonObject body(ResourceType type, JsonObject wanted) {
        return JSON.createObjectBuilder(wanted)
                .add("schemas", JSON.createArrayBuilder().add(type.schema().id()))
                .build();
    }

    static List<PatchOperation> operations(JsonObject wanted, Collection<String> added, Collection<String> removed) {
        List<PatchOperation> operations = new ArrayList<>();
        operations.add(new PatchOperation(Op.REPLACE, null, wanted));
        if (!added.isEmpty()) {
            operations.add(new PatchOperation(Op.ADD, MEMBERS, members(added)));
        }
        if (!removed.isEmpty()) {
            operations.add(new PatchOperation(Op.REMOVE, MEMBERS, members(removed)));
        }
        return operations;
    }

    private static JsonArray members(Collection<String> ids) {
        JsonArrayBuilder members = JSON.createArrayBuilder();
        ids.forEach(id -> members.add(JSON.createObjectBuilder().add("value", id)));
        return members.build();
    }
}
