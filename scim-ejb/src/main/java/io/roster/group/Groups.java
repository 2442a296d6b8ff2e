package io.roster.group;

import io.roster.access.Caller;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Ids;
import io.roster.persistence.Listed;
import io.roster.persistence.ResourcePages;
import io.roster.schema.Schemas;
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
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The SCIM endpoint {@code /Groups} (RFC 7644 section 3) as its clients see it. Each method that writes is one
 * transaction, repeated where it lost against a concurrent one; those that read need none.
 *
 * <p>Answers to writes carry {@code members} only up to {@value MemberReferences#IN_ANSWERS}: a change of one member of 10,000
 * must not cost 10,000.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Groups {

    @EJB
    private GroupWriter writer;

    @Inject
    private Schemas schemas;

    @Inject
    private ResourcePages pages;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Creates a group. Its displayName need not be unique: a group that Okta pushes may bear the name of a local one.
     *
     * @param caller who asks
     * @param body the Group as the client sent it
     * @param conditions what must be true of the group that the body names; it names none, because a displayName is not
     *     unique
     * @return the group as stored, with an id
     * @throws ScimException 403 for a caller that may not write, 400 for a body that does not conform to the schema or
     *     names members that do not exist, 412 when the conditions demand that the group is there
     */
    public StoredResource create(Caller caller, JsonObject body, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.group();
        return withMembers(Conflicts.retried(() -> writer.create(caller, type, body, conditions)));
    }

    /**
     * Reads one group.
     *
     * @param id the SCIM id, whatever the client sent as such
     * @param withMembers whether to read its members
     * @return the group
     * @throws ScimException 404 when there is none
     */
    public StoredResource get(String id, boolean withMembers) {
        GroupListing listing = new GroupListing(schemas.group(), dataSource);
        Optional<StoredResource> found = Ids.isOne(id) ? pages.one(listing, id) : Optional.empty();
        StoredResource resource = found.orElseThrow(() -> GroupListing.notFound(id));
        return withMembers ? listing.withReferences(List.of(resource), true).get(0) : resource;
    }

    /**
     * Lists groups in the order of their creation, or as the request sorts them.
     *
     * @param caller who asks; a walk through pages is remembered by caller
     * @param request filter, order and paging
     * @param withMembers whether to read their members
     * @param base the address of the SCIM service without a slash at the end
     * @return the page
     * @throws ScimException 400 as {@link ResourcePages#page}
     */
    public ResourcePage list(Caller caller, SearchRequest request, boolean withMembers, String base) {
        return pages.page(List.of(listed()), caller.id(), request, type -> withMembers, base);
    }

    /** @return the place of groups in a search over several resource types */
    public Listed listed() {
        return new GroupListing(schemas.group(), dataSource);
    }

    /**
     * Replaces a group's attributes and members (RFC 7644 section 3.5.1).
     *
     * @param caller who asks
     * @param id the SCIM id
     * @param body the Group
     * @param conditions which version it must have
     * @return the group as stored
     * @throws ScimException as at {@link #create}, and 404 when there is no such group, 412 when the version differs
     */
    public StoredResource replace(Caller caller, String id, JsonObject body, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.group();
        return withMembers(written(lock -> writer.replace(caller, type, id, body, conditions, lock)));
    }

    /**
     * Changes a group by PATCH (RFC 7644 section 3.5.2): all operations or none. Removing someone who is not a member
     * changes nothing: Okta repeats removals, of people too that were deleted meanwhile.
     *
     * @param caller who asks
     * @param id the SCIM id
     * @param operations in the order in which they apply
     * @param conditions which version it must have
     * @return the group as stored; with the version of before where nothing changed
     * @throws ScimException as at {@link #replace}, and 400 for an operation that cannot be applied
     */
    public StoredResource patch(Caller caller, String id, List<PatchOperation> operations, Preconditions conditions) {
        caller.mayWrite();
        ResourceType type = schemas.group();
        return withMembers(written(lock -> writer.patch(caller, type, id, operations, conditions, lock)));
    }

    /**
     * Deletes a group and its memberships. A tombstone stays for the retention time.
     *
     * @param caller who asks
     * @param id the SCIM id
     * @param conditions which version it must have
     * @throws ScimException 403, 404 or 412 as at {@link #replace}
     */
    public void delete(Caller caller, String id, Preconditions conditions) {
        caller.mayWrite();
        written(lock -> writer.delete(caller, id, conditions, lock));
    }

    // Who lost waits in line from then on: repeating alone fails when there are many. At first nobody does, because it
    // takes no line to add members.
    private static <T> T written(Function<LockModeType, T> transaction) {
        AtomicBoolean lost = new AtomicBoolean();
        return Conflicts.retried(
                () -> transaction.apply(lost.getAndSet(true) ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE));
    }

    // After the transaction, so that it waits for other writers while it holds nothing that they wait for.
    private StoredResource withMembers(StoredResource written) {
        return written.referring("members", new MemberReferences(dataSource).forAnswer(written.id()));
    }
}
