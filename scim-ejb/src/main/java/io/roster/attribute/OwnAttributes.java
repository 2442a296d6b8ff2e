package io.roster.attribute;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.group.Groups;
import io.roster.persistence.Conflicts;
import io.roster.schema.CurrentSchemas;
import io.roster.schema.OwnAttribute;
import io.roster.schema.OwnCharacteristics;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.Users;
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
import java.util.function.Supplier;

/**
 * Attributes that administrators define for people and for groups. A change is in use on this server at once, and on
 * others that share the database a second later.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnAttributes {

    private static final String USER = "User";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource
    private SessionContext session;

    @Inject
    private CurrentSchemas schemas;

    @EJB
    private OwnAttributeWriter writer;

    @EJB
    private Users users;

    @EJB
    private Groups groups;

    /**
     * @param resourceType {@code User} or {@code Group}
     * @return its own attributes, in the order in which they were made
     */
    public List<OwnAttribute> list(String resourceType) {
        return entities.createQuery(
                        "select a from OwnAttribute a where a.resourceType = :type order by a.id", OwnAttribute.class)
                .setParameter("type", resourceType)
                .getResultList();
    }

    /**
     * @param id whatever was asked for
     * @return the attribute, empty when there is none of that id
     */
    public Optional<OwnAttribute> find(String id) {
        return Optional.ofNullable(id == null ? null : entities.find(OwnAttribute.class, id));
    }

    /**
     * Defines an attribute.
     *
     * @param resourceType {@code User} or {@code Group}
     * @param asked what it is to be like
     * @return the attribute
     * @throws AttributeRefusal for a name that is none or taken, and for what else is not possible
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public OwnAttribute define(String resourceType, OwnCharacteristics asked) {
        OwnCharacteristics checked = AttributeRules.checked(
                asked, SchemaRegistry.standard().resourceType(resourceType).orElseThrow());
        return inUseAfterwards(() -> writer.define(caller(), resourceType, checked));
    }

    /**
     * Changes whether an attribute is required, its canonical values and its description. People and groups keep what
     * they have: the new rules hold for what is written from then on.
     *
     * @param id the attribute's id
     * @param version the version that the change was made from
     * @param asked as it is to be; name, type, multiValued and caseExact stay as they are
     * @return the attribute
     * @throws AttributeRefusal when it was changed or deleted meanwhile, and for what else is not possible
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public OwnAttribute change(String id, long version, OwnCharacteristics asked) {
        return inUseAfterwards(() -> writer.change(caller(), id, version, asked));
    }

    /**
     * Deletes an attribute that nobody has a value of.
     *
     * @param id the attribute's id; one that is deleted already is left at that
     * @throws AttributeRefusal when there are values, saying how many people or groups have one
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void delete(String id) {
        Optional<OwnAttribute> found = find(id);
        if (found.isEmpty()) {
            return;
        }
        String name = found.get().getCharacteristics().name();
        int having = having(found.get());
        if (having > 0) {
            boolean people = found.get().getResourceType().equals(USER);
            throw new AttributeRefusal(people ? "own.held.people" : "own.held.groups", null, name, having);
        }
        inUseAfterwards(() -> writer.delete(caller(), id));
    }

    /**
     * @param attribute an attribute
     * @return how many people or groups have a value of it
     */
    public int having(OwnAttribute attribute) {
        boolean people = attribute.getResourceType().equals(USER);
        String urn = people ? SchemaRegistry.CUSTOM_USER : SchemaRegistry.CUSTOM_GROUP;
        String filter = urn + ":" + attribute.getCharacteristics().name() + " pr";
        SearchRequest request = SearchRequest.parse(Map.of("filter", List.of(filter), "count", List.of("0")));
        // Another server may have defined the attribute a moment ago.
        schemas.expire();
        return (people ? users.list(caller(), request, false, "") : groups.list(caller(), request, false, ""))
                .totalResults();
    }

    private <T> T inUseAfterwards(Supplier<T> write) {
        try {
            return Conflicts.retried(write);
        } finally {
            schemas.expire();
        }
    }

    private Caller caller() {
        return new Caller(
                Caller.Kind.ADMINISTRATOR, null, session.getCallerPrincipal().getName(), null, null);
    }
}
