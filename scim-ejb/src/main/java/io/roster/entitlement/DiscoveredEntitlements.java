package io.roster.entitlement;

import io.roster.access.Caller;
import io.roster.persistence.Listed;
import io.roster.persistence.ResourcePages;
import io.roster.schema.Schemas;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The SCIM endpoints {@code /Roles} and {@code /Licenses} as their clients see them: read-only. Okta reads all of them
 * when it discovers what it can give to people.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DiscoveredEntitlements {

    @Inject
    private Schemas schemas;

    @Inject
    private ResourcePages pages;

    /**
     * Reads one.
     *
     * @param type which kind
     * @param id the SCIM id, whatever the client sent as such
     * @return the resource
     * @throws ScimException 404 when there is none
     */
    public StoredResource get(EntitlementType type, String id) {
        Optional<StoredResource> found = EntitlementDocument.isId(id) ? pages.one(listing(type), id) : Optional.empty();
        return found.orElseThrow(() -> type.notFound(id));
    }

    /**
     * Lists them in the order of their ids, or as the request sorts them.
     *
     * @param type which kind
     * @param caller who asks; a walk through pages is remembered by caller
     * @param request filter, order and paging
     * @param base the address of the SCIM service without a slash at the end
     * @return the page
     * @throws ScimException 400 as {@link ResourcePages#page}
     */
    public ResourcePage list(EntitlementType type, Caller caller, SearchRequest request, String base) {
        return pages.page(List.of(listing(type)), caller.id(), request, referring -> false, base);
    }

    /**
     * @param type which kind
     * @return its SCIM resource type
     */
    public ResourceType resourceType(EntitlementType type) {
        return schemas.registry().resourceType(type.resourceType()).orElseThrow();
    }

    /**
     * @param type which kind
     * @return its place in a search over several resource types
     */
    public Listed listed(EntitlementType type) {
        return listing(type);
    }

    private EntitlementListing listing(EntitlementType type) {
        return EntitlementListing.of(type, resourceType(type));
    }
}
