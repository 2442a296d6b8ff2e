package io.roster.user;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.DatabaseProduct;
import io.roster.persistence.Documents;
import io.roster.persistence.ValueTable;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;

/** People whose services change, within the transaction that changes them. */
@Dependent
public class ServicedPeople {

    /** How many people one call takes at most: each is a parameter of one statement. */
    public static final int MOST = 500;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    /**
     * A person after a change of services.
     *
     * @param personId the SCIM id
     * @param externalId Okta's id of the person; {@code null} where Okta does not know the person
     * @param before the services before
     * @param now the services now
     */
    public record Served(String personId, String externalId, PersonServices before, PersonServices now) {}

    /**
     * Locks people until the end of the transaction, always in the same order; to be done before anything of their
     * services is read or locked.
     *
     * @param personIds SCIM ids, {@value #MOST} at most
     * @return those that exist
     */
    public List<Person> lock(Collection<String> personIds) {
        if (personIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select p from Person p where p.id in :ids" + inOrder(personIds), Person.class)
                .setParameter("ids", List.copyOf(new TreeSet<>(personIds)))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    // Two who lock some of the same people would wait for each other forever if they did it in different orders. Derby
    // takes no order together with a lock; it looks for the ids in their order, or reads all rows in one order.
    private String inOrder(Collection<String> personIds) {
        if (personIds.size() == 1) {
            return "";
        }
        try (Connection connection = dataSource.getConnection()) {
            return DatabaseProduct.isPostgresql(connection) ? " order by p.id" : "";
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Writes services into people's documents, with index rows and an event each.
     *
     * @param caller who changed them
     * @param type the resource type User
     * @param services by SCIM id, {@value #MOST} at most; ids of nobody are passed over
     * @return those whose document tells something new
     */
    public List<Served> store(Caller caller, ResourceType type, Map<String, PersonServices> services) {
        // They are locked, and so in the persistence context. Locked once more, Derby would look for them row by row in
        // a small table, and wait for others who wait for what the transaction has locked meanwhile.
        List<ValueTable.Change> changes = new ArrayList<>();
        List<Served> served = services.keySet().stream()
                .map(id -> entities.find(Person.class, id))
                .filter(Objects::nonNull)
                .map(person -> store(caller, type, person, services.get(person.getId()), changes))
                .filter(one -> !one.before().equals(one.now()))
                .toList();
        entities.flush();
        new ValueTable(dataSource, UserListing.BINDINGS).update(type, changes);
        return served;
    }

    private Served store(
            Caller caller, ResourceType type, Person person, PersonServices now, List<ValueTable.Change> changes) {
        JsonObject document = Documents.parse(person.getDocument());
        PersonServices before = ServiceAttributes.of(document);
        Served served = new Served(person.getId(), document.getString("externalId", null), before, now);
        if (!before.equals(now)) {
            JsonObject after = ServiceAttributes.with(type, document, before, now);
            person.store(after.toString(), PersonIndex.of(after), Documents.now());
            changes.add(new ValueTable.Change(person.getId(), document, after));
            audit.record(Entry.done(
                    caller,
                    Action.SERVICES_CHANGED,
                    200,
                    "User",
                    person.getId(),
                    person.getUserName(),
                    Changes.between(document, after)));
        }
        return served;
    }
}
