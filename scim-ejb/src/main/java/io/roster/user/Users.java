package io.roster.user;

import io.roster.access.Caller;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.persistence.Listed;
import io.roster.persistence.ResourcePages;
import io.roster.schema.Schemas;
import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The SCIM endpoint {@code /Users} (RFC 7644 section 3) as its clients see it. Each method that writes is one transaction,
 * repeated where it lost against a concurrent one; those that read need none.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Users {

    @EJB
    private UserWriter writer;

    @Inject
    private Schemas schemas;

    @Inject
    private ResourcePages pages;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Creates a person.
     *
     * @param caller who asks
     * @param body the User as the client sent it
     * @param conditions what must be true of the person that the userName names
     * @return the person as stored, with an id
     * @throws ScimException 403 for a caller that may not write, 400 for a body that does not conform to the schemas, 409
     *     {@code uniqueness} when the userName is taken, in whatever case, and 412 instead where the conditions exclude it
     */
    public StoredResource create(Caller caller, JsonObject body, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.user();
        return Conflicts.retried(() -> writer.create(caller, type, body, conditions));
    }

    /**
     * Reads one person.
     *
     * @param id the SCIM id, whatever the client sent as such
     * @param withGroups whether to read the groups that they are in
     * @return the person
     * @throws ScimException 404 when there is none
     */
    public StoredResource get(String id, boolean withGroups) {
        UserListing listing = new UserListing(schemas.user(), dataSource);
        Optional<StoredResource> found = Ids.isOne(id) ? pages.one(listing, id) : Optional.empty();
        StoredResource resource = found.orElseThrow(() -> UserListing.notFound(id));
        return withGroups ? listing.withReferences(List.of(resource), true).get(0) : resource;
    }

    /**
     * Lists people in the order of their creation, or as the request sorts them.
     *
     * @param caller who asks; a walk through pages is remembered by caller
     * @param request filter, order and paging
     * @param withGroups whether to read the groups that they are in
     * @param base the address of the SCIM service without a slash at the end
     * @return the page
     * @throws ScimException 400 as {@link ResourcePages#page}
     */
    public ResourcePage list(Caller caller, SearchRequest request, boolean withGroups, String base) {
        return pages.page(List.of(listed()), caller.id(), request, type -> withGroups, base);
    }

    /** @return the place of people in a search over several resource types */
    public Listed listed() {
        return new UserListing(schemas.user(), dataSource);
    }

    /**
     * Replaces a person's attributes (RFC 7644 section 3.5.1). What the body leaves out is cleared, but {@code active},
     * which stays as it is: clients that do not know it must not deactivate by leaving it out.
     *
     * @param caller who asks
     * @param id the SCIM id
     * @param body the User; readOnly attributes in it are ignored
     * @param conditions which version it must have
     * @return the person as stored
     * @throws ScimException as at {@link #create}, and 404 when there is no such person, 412 when the version differs
     */
    public StoredResource replace(Caller caller, String id, JsonObject body, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.user();
        return withGroups(Conflicts.retried(() -> writer.replace(caller, type, id, body, conditions)));
    }

    /**
     * Changes a person by PATCH (RFC 7644 section 3.5.2): all operations or none.
     *
     * @param caller who asks
     * @param id the SCIM id
     * @param operations in the order in which they apply
     * @param conditions which version it must have
     * @return the person as stored; with the version of before where nothing changed
     * @throws ScimException as at {@link #replace}, and 400 for an operation that cannot be applied
     */
    public StoredResource patch(Caller caller, String id, List<PatchOperation> operations, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.user();
        List<PatchChange> changes = PatchOperation.bind(type, operations);
        JsonObject answered = answered(id, changes);
        return withGroups(Conflicts.retried(() -> writer.patch(caller, type, id, changes, answered, conditions)));
    }

    /**
     * Deletes a person. A tombstone stays for the retention time.
     *
     * @param caller who asks
     * @param id the SCIM id
     * @param conditions which version it must have
     * @throws ScimException 403, 404 or 412 as at {@link #replace}
     */
    public void delete(Caller caller, String id, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.user();
        Conflicts.retried(() -> writer.delete(caller, type, id, conditions));
    }

    // Read only where a request sends back what is computed, and before the transaction, which then waits for nobody.
    private JsonObject answered(String id, List<PatchChange> changes) {
        return PatchOperation.needAnswer(changes)
                ? Documents.parse(get(id, true).toJson(""))
                : Documents.withId(JsonObject.EMPTY_JSON_OBJECT, id);
    }

    // After the transaction, so that it waits for other writers while it holds nothing that they wait for.
    private StoredResource withGroups(StoredResource written) {
        return new UserListing(schemas.user(), dataSource)
                .withReferences(List.of(written), true)
                .get(0);
    }
}
