package io.roster.entitlement;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.entitlement.EntitlementRefused.Reason;
import io.roster.persistence.Documents;
import io.roster.persistence.ResourceCount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;

/** Writes for {@link Entitlements}: the row, its event and its count in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EntitlementWriter {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private HolderCount holders;

    @Inject
    private AuditTrail audit;

    @Inject
    private ResourceCount counts;

    @Inject
    private Event<LicenseChanged> changes;

    /** As {@link Entitlements#add}. */
    public Void add(
            Caller caller, EntitlementType type, String id, String displayName, String description, Integer seats) {
        String checkedId = EntitlementDocument.checkedId(id);
        EntitlementDocument values = EntitlementDocument.of(type, displayName, description);
        if (entities.find(type.entity(), checkedId) != null) {
            throw new EntitlementRefused(Reason.TAKEN);
        }
        Entitlement added = type.create(checkedId);
        if (added instanceof License license) {
            license.limit(seats);
        }
        added.store(values, Documents.now());
        entities.persist(added);
        record(caller, Action.CREATED, 201, added, JsonObject.EMPTY_JSON_OBJECT, document(added));
        entities.flush();
        counts.add(type.resourceType(), 1);
        tell(added, false);
        return null;
    }

    /** As {@link Entitlements#change}. */
    public Void change(
            Caller caller,
            EntitlementType type,
            String id,
            long version,
            String displayName,
            String description,
            Integer seats) {
        EntitlementDocument values = EntitlementDocument.of(type, displayName, description);
        Entitlement found = found(type, id, version);
        JsonObject before = document(found);
        boolean limited = found instanceof License license && license.limit(seats);
        if (limited || !found.getDocument().equals(values.document())) {
            boolean renamed = !found.getDisplayName().equals(values.displayName());
            found.store(values, Documents.now());
            record(caller, Action.UPDATED, 200, found, before, document(found));
            entities.flush();
            tell(found, renamed);
        }
        return null;
    }

    /** As {@link Entitlements#delete}. */
    public Void delete(Caller caller, EntitlementType type, String id, long version) {
        Entitlement found = found(type, id, version);
        if (holders.of(type, id).active() > 0) {
            throw new EntitlementRefused(Reason.HELD);
        }
        if (found instanceof License license && license.getSeatsUsed() > 0) {
            throw new EntitlementRefused(Reason.SEATS_TAKEN, license.getSeatsUsed());
        }
        entities.remove(found);
        record(caller, Action.DELETED, 204, found, document(found), JsonObject.EMPTY_JSON_OBJECT);
        entities.flush();
        counts.add(type.resourceType(), -1);
        return null;
    }

    // Locked, so that of two administrators who saw the same version the second one is told.
    private Entitlement found(EntitlementType type, String id, long version) {
        Entitlement found = entities.find(type.entity(), id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new EntitlementRefused(Reason.GONE);
        }
        if (found.getVersion() != version) {
            throw new EntitlementRefused(Reason.CHANGED);
        }
        return found;
    }

    private void tell(Entitlement changed, boolean renamed) {
        if (changed instanceof License) {
            changes.fire(new LicenseChanged(changed.getId(), renamed));
        }
    }

    // For the event, which tells of seats too; clients of SCIM do not read them.
    private static JsonObject document(Entitlement entitlement) {
        JsonObject document = Documents.parse(entitlement.getDocument());
        return entitlement instanceof License license && license.getSeats() != null
                ? JSON.createObjectBuilder(document)
                        .add("seats", license.getSeats())
                        .build()
                : document;
    }

    private void record(
            Caller caller, Action action, int status, Entitlement entitlement, JsonObject before, JsonObject after) {
        audit.record(Entry.done(
                caller,
                action,
                status,
                entitlement.getType().resourceType(),
                entitlement.getId(),
                entitlement.getDisplayName(),
                Changes.between(before, after)));
    }
}
