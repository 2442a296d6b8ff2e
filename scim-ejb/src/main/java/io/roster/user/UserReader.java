package io.roster.user;

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

/** Reads people for {@link Users}: one transaction a call, so that what is read together belongs together. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class UserReader {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private ResourcePages pages;

    /**
     * One person.
     *
     * @param id the SCIM id, whatever a client sent as such
     * @param withGroups whether to read the groups that they are in
     * @return the person with the groups that they are in
     * @throws ScimException 404 when there is none
     */
    public StoredResource get(String id, boolean withGroups) {
        UserListing listing = new UserListing(entities);
        Optional<StoredResource> found = Ids.isOne(id) ? pages.one(listing, id) : Optional.empty();
        StoredResource person = found.orElseThrow(() -> notFound(id));
        return withGroups ? listing.withReferences(List.of(person), true).get(0) : person;
    }

    /**
     * A page of people.
     *
     * @param caller whose walk through pages this belongs to
     * @param request filter and paging
     * @param withGroups whether to read the groups that they are in
     * @param base the address of the SCIM service
     * @return the page
     */
    public ResourcePage list(Caller caller, SearchRequest request, boolean withGroups, String base) {
        return pages.page(new UserListing(entities), caller.id(), request, withGroups, base);
    }

    static ScimException notFound(String id) {
        return ScimException.notFound("There is no User with the id " + Excerpt.of(id)
                + ". It may have been deleted; look it up by userName, or create it.");
    }
}
