package io.roster.scim.patch;

import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * One operation of a PATCH request as it was sent (RFC 7644 section 3.5.2).
 *
 * @param op what to do
 * @param path target in attribute notation, null for the resource itself
 * @param value what to add or put, null when there is none
 */
public record PatchOperation(Op op, String path, JsonValue value) {

    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** The three kinds of operations. */
    public enum Op {
        ADD,
        REMOVE,
        REPLACE
    }

    /**
     * Reads a PatchOp message.
     *
     * @throws io.roster.scim.protocol.ScimException 400 invalidSyntax or invalidValue, 413 for too many operations
     */
    public static List<PatchOperation> parse(JsonObject body) {
        throw new UnsupportedOperationException(URN + body);
    }

    /**
     * The changes that operations make, with their paths resolved; an operation without path becomes one change for each
     * attribute in its value. A boundary can take the changes of one attribute out and treat them itself.
     *
     * @throws io.roster.scim.protocol.ScimException 400 invalidPath, invalidFilter, noTarget
     */
    public static List<PatchChange> bind(ResourceType type, List<PatchOperation> operations) {
        throw new UnsupportedOperationException(type.name() + operations);
    }
}
