package io.roster.group;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Entry;
import io.roster.persistence.ContainingGroups;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.persistence.ResourceCount;
import io.roster.persistence.Source;
import io.roster.persistence.Tombstone;
import io.roster.persistence.ValueTable;
import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.ETag;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes groups for {@link Groups}: the document, the membership rows, the event and the count in one transaction a call.
 * A conflict with a concurrent writer ends the transaction, and {@link Groups} repeats it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GroupWriter {

    private static final String TYPE = "Group";
    private static final String MEMBERS = "members";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    @Inject
    private ResourceCount counts;

    @Inject
    private Event<MembershipChanged> memberships;

    /** As {@link Groups#create}. */
    public StoredResource create(Caller caller, ResourceType type, JsonObject body, Preconditions conditions) {
        GroupBody asked = GroupBody.of(type, body, JsonObject.EMPTY_JSON_OBJECT);
        conditions.requireForCreation(Optional.empty(), TYPE);
        Instant now = Documents.now();
        DirectoryGroup group = new DirectoryGroup(Ids.next(), Source.OKTA, now);
        group.store(asked.document().toString(), GroupIndex.of(asked.document()), now);
        entities.persist(group);
        MembershipUpdate members = new MembershipUpdate(entities, dataSource, group.getId());
        members.plan(asked.members());
        members.write();
        values().update(type, group.getId(), JsonObject.EMPTY_JSON_OBJECT, asked.document());
        String changes = GroupChanges.between(JsonObject.EMPTY_JSON_OBJECT, asked.document(), members);
        record(caller, Action.CREATED, 201, group, changes);
        entities.flush();
        counts.add(TYPE, 1);
        return answer(type, group);
    }

    /** As {@link Groups#replace}. */
    public StoredResource replace(
            Caller caller, ResourceType type, String id, JsonObject body, Preconditions conditions, LockModeType lock) {
        DirectoryGroup group = found(id, conditions, lock);
        GroupBody asked = GroupBody.of(type, body, Documents.parse(group.getDocument()));
        return change(caller, type, group, asked.document(), asked.members(), conditions);
    }

    /** As {@link Groups#patch}. */
    public StoredResource patch(
            Caller caller,
            ResourceType type,
            String id,
            List<PatchOperation> operations,
            Preconditions conditions,
            LockModeType lock) {
        DirectoryGroup group = found(id, conditions, lock);
        MembershipUpdate membership = new MembershipUpdate(entities, dataSource, id);
        MemberChange members = new MemberChange();
        List<PatchChange> others = new ArrayList<>();
        for (PatchChange change : PatchOperation.bind(type, operations)) {
            if (change.path().isOn(MEMBERS)) {
                members.apply(change, membership::matching);
            } else {
                others.add(change);
            }
        }
        JsonObject before = type.declared(Documents.parse(group.getDocument()));
        JsonObject after = PatchEngine.applyChanges(type, before, others, Documents.withId(before, id));
        return change(caller, type, group, after, members, conditions);
    }

    /**
     * Makes a group of what another system owns, without members, in the caller's transaction.
     *
     * @param wanted a Group without {@code schemas}
     * @throws ScimException as {@link Groups#create}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StoredResource createOwned(Caller caller, ResourceType type, JsonObject wanted) {
        return create(caller, type, OwnedGroup.body(type, wanted), Preconditions.NONE);
    }

    /**
     * Sets what another system owns of a group, in the caller's transaction. Where it is so already, nothing is written.
     *
     * @param id the SCIM id
     * @param wanted a Group without {@code schemas}
     * @param added SCIM ids of people who are to be members
     * @param removed SCIM ids of those who are not
     * @throws ScimException as {@link Groups#patch}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StoredResource merge(
            Caller caller,
            ResourceType type,
            String id,
            JsonObject wanted,
            Collection<String> added,
            Collection<String> removed) {
        LockModeType lock = LockModeType.PESSIMISTIC_WRITE;
        DirectoryGroup group = found(id, Preconditions.NONE, lock);
        JsonObject before = Documents.parse(group.getDocument());
        boolean same = wanted.entrySet().stream()
                .allMatch(attribute -> attribute.getValue().equals(before.get(attribute.getKey())));
        return same && added.isEmpty() && removed.isEmpty()
                ? answer(type, group)
                : patch(caller, type, id, OwnedGroup.operations(wanted, added, removed), Preconditions.NONE, lock);
    }

    /** As {@link Groups#delete}. */
    public Void delete(Caller caller, String id, Preconditions conditions, LockModeType lock) {
        ContainingGroups groups = ContainingGroups.of(entities, id);
        DirectoryGroup group = found(id, conditions, lock);
        entities.remove(group);
        entities.flush();
        Instant now = Documents.now();
        groups.countUp(entities, now);
        entities.createQuery("delete from Membership m where m.groupId = :id or m.memberId = :id")
                .setParameter("id", id)
                .executeUpdate();
        memberships.fire(new MembershipChanged(id, true));
        values().delete(id);
        JsonObject document = Documents.parse(group.getDocument());
        entities.persist(new Tombstone(
                id,
                TYPE,
                group.getDisplayName(),
                document.getString("externalId", null),
                group.getDocument(),
                now,
                caller.name()));
        record(caller, Action.DELETED, 204, group, GroupChanges.between(document, JsonObject.EMPTY_JSON_OBJECT, null));
        entities.flush();
        counts.add(TYPE, -1);
        return null;
    }

    private StoredResource change(
            Caller caller,
            ResourceType type,
            DirectoryGroup group,
            JsonObject document,
            MemberChange asked,
            Preconditions conditions) {
        JsonObject before = Documents.parse(group.getDocument());
        MembershipUpdate members = new MembershipUpdate(entities, dataSource, group.getId());
        members.plan(asked);
        Action action = GroupChanges.action(before, document, members);
        if (action == Action.UNCHANGED) {
            record(caller, action, 200, group, null);
            entities.flush();
            return answer(type, group);
        }
        // Who replaces all members has to know them all: of two who do, the second must find those of the first.
        boolean needsVersion = conditions.bindVersion() || asked.replacesAll();
        if (before.equals(document) && !needsVersion) {
            countUp(group);
        } else {
            store(group, document, action == Action.LINKED);
        }
        members.write();
        values().update(type, group.getId(), before, document);
        if (members.changedAny()) {
            memberships.fire(new MembershipChanged(group.getId(), false));
        }
        record(caller, action, 200, group, GroupChanges.between(before, document, members));
        entities.flush();
        return answer(type, group);
    }

    private ValueTable values() {
        return new ValueTable(dataSource, GroupListing.BINDINGS);
    }

    // Both lock the group's row before a membership is written. The other way round, two pushes to one group would each
    // hold what the other one waits for.
    private void store(DirectoryGroup group, JsonObject document, boolean linked) {
        group.store(document.toString(), GroupIndex.of(document), Documents.now());
        if (linked) {
            group.adoptedByOkta();
        }
        entities.flush();
    }

    // Asks for no version, so that of two pushes that change other members neither fails.
    private void countUp(DirectoryGroup group) {
        int updated = entities.createNativeQuery(
                        "update directory_group set version = version + 1, modified_at = ?1 where id = ?2")
                .setParameter(1, Documents.now().toEpochMilli())
                .setParameter(2, group.getId())
                .executeUpdate();
        if (updated == 0) {
            throw GroupListing.notFound(group.getId());
        }
        entities.refresh(group);
    }

    private DirectoryGroup found(String id, Preconditions conditions, LockModeType lock) {
        DirectoryGroup group = Optional.ofNullable(Ids.isOne(id) ? entities.find(DirectoryGroup.class, id, lock) : null)
                .orElseThrow(() -> GroupListing.notFound(id));
        conditions.requireForWrite(ETag.of(group.getVersion()));
        return group;
    }

    // Without its members: Derby scans small tables for them, and would wait for rows that another push has written
    // while it holds rows of its own. Groups reads them when this transaction has ended.
    private static StoredResource answer(ResourceType type, DirectoryGroup group) {
        return new StoredResource(
                TYPE,
                type.endpoint(),
                group.getId(),
                group.getVersion(),
                group.getDocument(),
                MEMBERS,
                null,
                group.getCreated(),
                group.getModified());
    }

    private void record(Caller caller, Action action, int status, DirectoryGroup group, String changes) {
        audit.record(Entry.done(caller, action, status, TYPE, group.getId(), group.getDisplayName(), changes));
    }
}
