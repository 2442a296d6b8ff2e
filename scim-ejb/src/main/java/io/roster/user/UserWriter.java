package io.roster.user;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.outbox.Outbox;
import io.roster.persistence.ContainingGroups;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.persistence.Keys;
import io.roster.persistence.ResourceCount;
import io.roster.persistence.Source;
import io.roster.persistence.ValueTable;
import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.protocol.ETag;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import io.roster.user.PersonLifecycle.Kind;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes people for {@link Users}: the document, its index, its event and its count in one transaction a call. A conflict
 * with a concurrent writer ends the transaction, and {@link Users} repeats it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UserWriter {

    private static final String TYPE = "User";
    private static final String EXTERNAL_ID = "externalId";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    @Inject
    private ResourceCount counts;

    @Inject
    private Outbox outbox;

    @Inject
    private Deletion deletion;

    @Inject
    private Event<PersonLifecycle> lifecycle;

    @Inject
    private Event<EntitlementsChanged> entitlements;

    /** As {@link Users#create}. */
    public StoredResource create(Caller caller, ResourceType type, JsonObject body, Preconditions conditions) {
        JsonObject document = UserDocument.of(type, body, JsonObject.EMPTY_JSON_OBJECT, true);
        PersonIndex index = PersonIndex.of(document);
        Optional<Person> taken = named(index);
        conditions.requireForCreation(
                taken.map(person -> ETag.of(person.getVersion())), TYPE + " with the userName " + index.userName());
        refuseTaken(index, taken);
        ManagerReference.requireExisting(entities, JsonObject.EMPTY_JSON_OBJECT, document);
        Instant now = Documents.now();
        Person person = new Person(Ids.next(), Source.OKTA, now);
        person.store(document.toString(), index, now);
        entities.persist(person);
        values().update(type, person.getId(), JsonObject.EMPTY_JSON_OBJECT, document);
        record(caller, Action.CREATED, 201, person, Changes.between(JsonObject.EMPTY_JSON_OBJECT, document));
        entities.flush();
        counts.add(TYPE, 1);
        tell(Kind.CREATED, caller, type, person, document);
        tellOfEntitlements(person, JsonObject.EMPTY_JSON_OBJECT, document);
        return stored(type, person, List.of());
    }

    /** As {@link Users#replace}. */
    public StoredResource replace(
            Caller caller, ResourceType type, String id, JsonObject body, Preconditions conditions) {
        Person person = found(id, conditions);
        JsonObject before = Documents.parse(person.getDocument());
        noteEcho(id, before, body);
        return change(caller, type, person, before, UserDocument.of(type, body, before, person.isActive()));
    }

    /**
     * As {@link Users#patch}.
     *
     * @param answered the person as answers show it, as far as the changes name what is computed
     */
    public StoredResource patch(
            Caller caller,
            ResourceType type,
            String id,
            List<PatchChange> changes,
            JsonObject answered,
            Preconditions conditions) {
        Person person = found(id, conditions);
        JsonObject before = type.declared(Documents.parse(person.getDocument()));
        JsonObject after = PatchEngine.applyChanges(type, before, changes, answered);
        changes.forEach(change -> noteEcho(id, before, change.value()));
        return change(caller, type, person, before, UserDocument.patched(type, after, before, person.isActive()));
    }

    /**
     * Makes a person of what another system owns, in the caller's transaction.
     *
     * @param wanted as at {@link UserMerge}
     * @throws ScimException as {@link Users#create}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StoredResource createOwned(Caller caller, ResourceType type, JsonObject wanted) {
        JsonObject body = UserMerge.of(type, JsonObject.EMPTY_JSON_OBJECT, wanted);
        return create(caller, type, body, Preconditions.NONE);
    }

    /**
     * Sets what another system owns of a person, in the caller's transaction. Where it is so already, nothing is written.
     *
     * @param wanted as at {@link UserMerge}
     * @throws ScimException as {@link Users#patch}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StoredResource merge(Caller caller, ResourceType type, String id, JsonObject wanted) {
        Person person = found(id, Preconditions.NONE);
        JsonObject before = type.declared(Documents.parse(person.getDocument()));
        noteEcho(id, before, wanted);
        JsonObject after = UserMerge.of(type, before, wanted);
        return after.equals(before) ? stored(type, person, null) : change(caller, type, person, before, after);
    }

    /** As {@link Users#delete}. */
    public Void delete(Caller caller, ResourceType type, String id, Preconditions conditions) {
        ContainingGroups groups = ContainingGroups.of(entities, id);
        deletion.of(caller, type, found(id, conditions), groups);
        return null;
    }

    private StoredResource change(
            Caller caller, ResourceType type, Person person, JsonObject before, JsonObject document) {
        Action action = UserAction.of(before, document);
        if (action != Action.UNCHANGED) {
            PersonIndex index = PersonIndex.of(document);
            if (!Keys.fold(person.getUserName()).equals(index.userNameKey())) {
                refuseTaken(index, named(index));
            }
            ManagerReference.requireExisting(entities, before, document);
            person.store(document.toString(), index, Documents.now());
            if (!before.containsKey(EXTERNAL_ID) && document.containsKey(EXTERNAL_ID)) {
                person.adoptedByOkta();
            }
            values().update(type, person.getId(), before, document);
        }
        String changes = action == Action.UNCHANGED ? null : Changes.between(before, document);
        record(caller, action, 200, person, changes);
        entities.flush();
        if (action != Action.UNCHANGED) {
            tellOfChange(caller, type, person, before, document);
        }
        // Without its groups: Users reads them when this transaction has ended.
        return stored(type, person, null);
    }

    // The number that was written to Okta comes back by a push, where Okta maps it.
    private void noteEcho(String id, JsonObject before, JsonValue pushed) {
        String number = ServiceAttributes.of(before).phoneNumber();
        if (number != null && pushed != null && pushed.toString().contains('"' + number + '"')) {
            outbox.echoed(id, number);
        }
    }

    private void tellOfChange(Caller caller, ResourceType type, Person person, JsonObject before, JsonObject document) {
        if (!Objects.equals(before.get(EXTERNAL_ID), document.get(EXTERNAL_ID))) {
            tell(Kind.LINKED, caller, type, person, document);
        }
        boolean active = document.getBoolean("active", true);
        if (before.getBoolean("active", true) != active) {
            tell(active ? Kind.REACTIVATED : Kind.DEACTIVATED, caller, type, person, document);
        }
        tellOfEntitlements(person, before, document);
    }

    private void tellOfEntitlements(Person person, JsonObject before, JsonObject document) {
        EntitlementsChanged.between(person.getId(), before, document).ifPresent(entitlements::fire);
    }

    private void tell(Kind kind, Caller caller, ResourceType type, Person person, JsonObject document) {
        lifecycle.fire(new PersonLifecycle(kind, caller, type, person.getId(), document.getString(EXTERNAL_ID, null)));
    }

    // Locked, so that those who write to one person wait for each other: repeating alone fails when there are many.
    private Person found(String id, Preconditions conditions) {
        LockModeType lock = LockModeType.PESSIMISTIC_WRITE;
        Person person = Optional.ofNullable(Ids.isOne(id) ? entities.find(Person.class, id, lock) : null)
                .orElseThrow(() -> UserListing.notFound(id));
        conditions.requireForWrite(ETag.of(person.getVersion()));
        return person;
    }

    private Optional<Person> named(PersonIndex index) {
        return entities.createQuery("select p from Person p where p.userNameKey = :key", Person.class)
                .setParameter("key", index.userNameKey())
                .getResultStream()
                .findFirst();
    }

    private static void refuseTaken(PersonIndex index, Optional<Person> owner) {
        if (owner.isPresent()) {
            throw ScimException.uniqueness("The userName " + index.userName() + " is taken by the User with the id "
                    + owner.get().getId()
                    + "; upper and lower case make no difference. Look it up and link it, or choose"
                    + " another userName.");
        }
    }

    private ValueTable values() {
        return new ValueTable(dataSource, UserListing.BINDINGS);
    }

    private void record(Caller caller, Action action, int status, Person person, String changes) {
        audit.record(Entry.done(caller, action, status, TYPE, person.getId(), person.getUserName(), changes));
    }

    private static StoredResource stored(
            ResourceType type, Person person, List<io.roster.scim.protocol.Reference> groups) {
        return new StoredResource(
                TYPE,
                type.endpoint(),
                person.getId(),
                person.getVersion(),
                person.getDocument(),
                "groups",
                groups,
                person.getCreated(),
                person.getModified());
    }
}
