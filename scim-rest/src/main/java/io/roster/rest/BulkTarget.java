package io.roster.rest;

import io.roster.access.Caller;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.StoredResource;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * An endpoint as bulk operations reach it: what its boundary does, or {@code null} for what it does not do.
 *
 * @param create what POST does
 * @param replace what PUT does
 * @param patch what PATCH does
 * @param delete what DELETE does
 */
record BulkTarget(Creation create, Replacement replace, Patch patch, Deletion delete) {

    /** An endpoint that can only be read. */
    static final BulkTarget READ_ONLY = new BulkTarget(null, null, null, null);

    @FunctionalInterface
    interface Creation {
        StoredResource apply(Caller caller, JsonObject data, Preconditions conditions);
    }

    @FunctionalInterface
    interface Replacement {
        StoredResource apply(Caller caller, String id, JsonObject data, Preconditions conditions);
    }

    @FunctionalInterface
    interface Patch {
        StoredResource apply(Caller caller, String id, List<PatchOperation> operations, Preconditions conditions);
    }

    @FunctionalInterface
    interface Deletion {
        void apply(Caller caller, String id, Preconditions conditions);
    }
}
