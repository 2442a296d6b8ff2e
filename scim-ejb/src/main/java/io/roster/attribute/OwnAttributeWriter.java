package io.roster.attribute;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.schema.OwnAttribute;
import io.roster.schema.OwnCharacteristics;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/**
 * Writes attributes for {@link OwnAttributes}: the attribute, its event and the version of the schemas in one transaction
 * a call. The version's row comes first, so that those who change schemas wait for each other.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OwnAttributeWriter {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private AuditTrail audit;

    /** As {@link OwnAttributes#define}. */
    public OwnAttribute define(Caller caller, String resourceType, OwnCharacteristics checked) {
        countUp();
        refuseTaken(resourceType, checked);
        OwnAttribute attribute = new OwnAttribute(Ids.next(), resourceType, checked, Documents.now(), caller.name());
        entities.persist(attribute);
        record(caller, Action.CREATED, attribute, JsonObject.EMPTY_JSON_OBJECT, json(attribute));
        entities.flush();
        return attribute;
    }

    /** As {@link OwnAttributes#change}. */
    public OwnAttribute change(Caller caller, String id, long version, OwnCharacteristics asked) {
        countUp();
        OwnAttribute attribute = Optional.ofNullable(entities.find(OwnAttribute.class, id))
                .orElseThrow(() -> new AttributeRefusal("own.gone", null));
        if (attribute.getVersion() != version) {
            throw new AttributeRefusal("own.changed", null, attribute.getModifiedBy());
        }
        OwnCharacteristics is = attribute.getCharacteristics();
        OwnCharacteristics wanted = AttributeRules.checked(
                new OwnCharacteristics(
                        is.name(),
                        is.type(),
                        is.multiValued(),
                        asked.required(),
                        is.caseExact(),
                        asked.canonicalValues(),
                        asked.description()),
                SchemaRegistry.standard()
                        .resourceType(attribute.getResourceType())
                        .orElseThrow());
        if (!wanted.equals(is)) {
            JsonObject before = json(attribute);
            attribute.change(wanted, Documents.now(), caller.name());
            record(caller, Action.UPDATED, attribute, before, json(attribute));
            entities.flush();
        }
        return attribute;
    }

    /** As {@link OwnAttributes#delete}. */
    public Void delete(Caller caller, String id) {
        countUp();
        OwnAttribute attribute = entities.find(OwnAttribute.class, id);
        if (attribute != null) {
            entities.remove(attribute);
            record(caller, Action.DELETED, attribute, json(attribute), JsonObject.EMPTY_JSON_OBJECT);
            entities.flush();
        }
        return null;
    }

    private void countUp() {
        entities.createNativeQuery("update schema_version set version = version + 1 where id = 1")
                .executeUpdate();
    }

    private void refuseTaken(String resourceType, OwnCharacteristics checked) {
        var keys = entities.createQuery(
                        "select a.nameKey from OwnAttribute a where a.resourceType = :type", String.class)
                .setParameter("type", resourceType)
                .getResultList();
        if (keys.contains(checked.key())) {
            throw new AttributeRefusal("own.name.taken", "name", checked.name());
        } else if (keys.size() >= AttributeRules.MOST) {
            throw new AttributeRefusal("own.many", null, AttributeRules.MOST);
        }
    }

    private void record(Caller caller, Action action, OwnAttribute attribute, JsonObject before, JsonObject after) {
        String notation = attribute.getResourceType() + ":"
                + attribute.getCharacteristics().name();
        int status = action == Action.CREATED ? 201 : 200;
        audit.record(Entry.done(
                caller, action, status, "Attribute", attribute.getId(), notation, Changes.between(before, after)));
    }

    private static JsonObject json(OwnAttribute attribute) {
        return attribute.getCharacteristics().definition().toJson();
    }
}
