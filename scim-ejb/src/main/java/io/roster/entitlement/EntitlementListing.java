package io.roster.entitlement;

import io.roster.persistence.ColumnBindings;
import io.roster.persistence.Listed;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import java.util.List;

/**
 * Entitlements as lists of them are read. They refer to nothing.
 *
 * @param type the resource type
 * @param bindings what the database can filter by
 */
record EntitlementListing(ResourceType type, ColumnBindings bindings) implements Listed {

    static EntitlementListing of(EntitlementType kind, ResourceType type) {
        return new EntitlementListing(
                type, new ColumnBindings(kind.table()).column("displayName", "r.display_name_key", false));
    }

    @Override
    public List<StoredResource> withReferences(List<StoredResource> entitlements, boolean contiguous) {
        return entitlements;
    }
}
