package io.roster.user;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.ContainingGroups;
import io.roster.persistence.Documents;
import io.roster.persistence.ResourceCount;
import io.roster.persistence.Tombstone;
import io.roster.persistence.ValueTable;
import io.roster.scim.schema.ResourceType;
import io.roster.user.PersonLifecycle.Kind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Deletes people within the running transaction, whoever asks: a client of SCIM, an administrator, or the retention time. */
@Dependent
public class Deletion {

    private static final String TYPE = "User";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    @Inject
    private ResourceCount counts;

    @Inject
    private Event<PersonLifecycle> lifecycle;

    /** What came of it. */
    public enum Result {
        /** The person is deleted; a tombstone is kept. */
        DELETED,
        /** The person is active, and stays. */
        ACTIVE,
        /** There is nobody of that id. */
        GONE
    }

    /**
     * What came of a removal.
     *
     * @param result what
     * @param userName the person's; {@code null} where there is nobody
     */
    public record Removed(Result result, String userName) {}

    /**
     * Deletes a person who is deactivated, and nobody else. To be called before the transaction locks anybody.
     *
     * @param caller who asks
     * @param type the resource type User
     * @param id the SCIM id
     * @return what came of it
     */
    public Removed deactivated(Caller caller, ResourceType type, String id) {
        ContainingGroups groups = ContainingGroups.of(entities, id);
        Optional<Person> found = Optional.ofNullable(entities.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE));
        if (found.isEmpty()) {
            return new Removed(Result.GONE, null);
        }
        Person person = found.get();
        if (person.isActive()) {
            return new Removed(Result.ACTIVE, person.getUserName());
        }
        of(caller, type, person, groups);
        return new Removed(Result.DELETED, person.getUserName());
    }

    /** Deletes a person whose row is locked, with the groups that were looked up before. */
    void of(Caller caller, ResourceType type, Person person, ContainingGroups groups) {
        Instant now = Documents.now();
        String id = person.getId();
        JsonObject document = Documents.parse(person.getDocument());
        String externalId = document.getString("externalId", null);
        lifecycle.fire(new PersonLifecycle(Kind.DELETED, caller, type, id, externalId));
        groups.countUp(entities, now);
        entities.createQuery("delete from Membership m where m.memberId = :id")
                .setParameter("id", id)
                .executeUpdate();
        new ValueTable(dataSource, UserListing.BINDINGS).delete(id);
        entities.remove(person);
        entities.persist(
                new Tombstone(id, TYPE, person.getUserName(), externalId, person.getDocument(), now, caller.name()));
        String changes = Changes.between(document, JsonObject.EMPTY_JSON_OBJECT);
        audit.record(Entry.done(caller, Action.DELETED, 204, TYPE, id, person.getUserName(), changes));
        entities.flush();
        counts.add(TYPE, -1);
    }
}
