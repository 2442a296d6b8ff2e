package io.roster.group;

import io.roster.access.Caller;
import io.roster.persistence.Ids;
import io.roster.persistence.ResourcePages;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Reads groups for {@link Groups}: one transaction a call, so that what is read together belongs together. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class GroupReader {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private ResourcePages pages;

    /** As {@link Groups#get}. */
    public StoredResource get(String id, boolean withMembers) {
        GroupListing listing = new GroupListing(entities);
        Optional<StoredResource> found = Ids.isOne(id) ? pages.one(listing, id) : Optional.empty();
        StoredResource group = found.orElseThrow(() -> notFound(id));
        return withMembers ? listing.withReferences(List.of(group), true).get(0) : group;
    }

    /** As {@link Groups#list}. */
    public ResourcePage list(Caller caller, SearchRequest request, boolean withMembers, String base) {
        return pages.page(new GroupListing(entities), caller.id(), request, withMembers, base);
    }

    static ScimException notFound(String id) {
        return ScimException.notFound("There is no Group with the id " + Excerpt.of(id)
                + ". It may have been deleted; look it up by displayName, or push it again.");
    }
}
