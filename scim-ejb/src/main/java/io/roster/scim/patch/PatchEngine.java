package io.roster.scim.patch;

import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.List;

/** Applies PATCH operations to a document (RFC 7644 section 3.5.2). Pure: all operations are applied, or it throws. */
public final class PatchEngine {

    private PatchEngine() {}

    /**
     * The document after all operations; the same instance when they change nothing.
     *
     * @throws io.roster.scim.protocol.ScimException 400
     */
    public static JsonObject apply(ResourceType type, JsonObject resource, List<PatchOperation> operations) {
        return applyChanges(type, resource, PatchOperation.bind(type, operations));
    }

    /** The same for changes that are bound already. */
    public static JsonObject applyChanges(ResourceType type, JsonObject resource, List<PatchChange> changes) {
        throw new UnsupportedOperationException(type.name() + resource + changes);
    }
}
