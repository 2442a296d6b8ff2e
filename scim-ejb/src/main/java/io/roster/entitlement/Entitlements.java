package io.roster.entitlement;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roles and licence types as the console lists, shows and changes them. Each method that writes is one transaction,
 * repeated where it lost against a concurrent one. What SCIM clients read of them is in {@link DiscoveredEntitlements}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Entitlements {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private EntitlementWriter writer;

    @Inject
    private HolderCount holders;

    @Resource
    private SessionContext session;

    /**
     * @param type which kind
     * @return all of that kind, by name
     */
    public List<Entitlement> list(EntitlementType type) {
        String query = "select e from %s e order by e.displayNameKey, e.id".formatted(type.resourceType());
        return List.copyOf(entities.createQuery(query, type.entity()).getResultList());
    }

    /**
     * @param type which kind
     * @param id its id
     * @return it, empty when there is none of that id
     */
    public Optional<Entitlement> find(EntitlementType type, String id) {
        return Optional.ofNullable(EntitlementDocument.isId(id) ? entities.find(type.entity(), id) : null);
    }

    /**
     * How many people have each, deactivated ones included.
     *
     * @param type which kind
     * @return numbers of people by id; those that nobody has are left out
     */
    public Map<String, Integer> people(EntitlementType type) {
        return holders.all(type);
    }

    /**
     * How many people have one.
     *
     * @param type which kind
     * @param id its id
     * @return how many
     */
    public Holders holders(EntitlementType type, String id) {
        return holders.of(type, id);
    }

    /**
     * Adds one. An id that was deleted may be given again: it names the same thing, and people who still bear it have it.
     *
     * @param type which kind
     * @param id 1 to 36 of a to z, 0 to 9, dot, hyphen and underscore, beginning with a letter or digit
     * @param displayName what people call it, 1 to 100 characters
     * @param description what it means, up to 1,000 characters; may be {@code null}
     * @param seats how many seats a licence type has, 0 to {@value License#MOST_SEATS}; {@code null} where they are not
     *     limited, and for roles
     * @throws EntitlementRefused when one of these is not so, or the id is taken
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void add(EntitlementType type, String id, String displayName, String description, Integer seats) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.add(caller, type, id, displayName, description, seats));
    }

    /**
     * Changes name and description, and for a licence type the number of seats.
     *
     * @param type which kind
     * @param id its id
     * @param version the version that the administrator saw
     * @param displayName as at {@link #add}
     * @param description likewise
     * @param seats likewise, and no fewer than are taken
     * @throws EntitlementRefused when one of these is not as it must be, or it was changed or deleted since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(
            EntitlementType type, String id, long version, String displayName, String description, Integer seats) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.change(caller, type, id, version, displayName, description, seats));
    }

    /**
     * Deletes one that no active person has, and of which no seat is taken. Deactivated people keep the value, which then
     * names nothing; the rules that give it to groups go with it.
     *
     * @param type which kind
     * @param id its id
     * @param version the version that the administrator saw
     * @throws EntitlementRefused when active people have it, a seat is taken, or it was changed or deleted since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void delete(EntitlementType type, String id, long version) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.delete(caller, type, id, version));
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}
