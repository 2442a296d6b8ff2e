package io.roster.directory;

import io.roster.access.Caller;
import io.roster.entitlement.DiscoveredEntitlements;
import io.roster.entitlement.EntitlementType;
import io.roster.group.Groups;
import io.roster.persistence.Listed;
import io.roster.persistence.ResourcePages;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.schema.ResourceType;
import io.roster.user.Users;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Queries over resources of all types, as clients send them to the base of the endpoint (RFC 7644 section 3.4.2.1). */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Directory {

    @EJB
    private Users users;

    @EJB
    private Groups groups;

    @EJB
    private DiscoveredEntitlements entitlements;

    @Inject
    private ResourcePages pages;

    /**
     * Lists people, groups, roles and licence types: one type after the other, or together as the request sorts them. An
     * attribute that a type does not have has no value there.
     *
     * @param caller who asks; a walk through pages is remembered by caller
     * @param request filter, order and paging
     * @param withReferences of which resource types to read what they refer to
     * @param base the address of the SCIM service without a slash at the end
     * @return the page
     * @throws io.roster.scim.protocol.ScimException 400 as {@link ResourcePages#page}
     */
    public ResourcePage search(
            Caller caller, SearchRequest request, Predicate<ResourceType> withReferences, String base) {
        List<Listed> searched = new ArrayList<>(List.of(users.listed(), groups.listed()));
        for (EntitlementType type : EntitlementType.values()) {
            searched.add(entitlements.listed(type));
        }
        return pages.page(searched, caller.id(), request, withReferences, base);
    }
}
