package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.telephony.NumberRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;

/** Writes for {@link ExtensionRanges}: the range, its extensions and an event in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExtensionRangeWriter {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final int LONGEST_NAME = 100;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private PoolRows rows;

    @Inject
    private AuditTrail audit;

    /** As {@link ExtensionRanges#add}. */
    public String add(Caller caller, String name, String first, String last) {
        String checkedName = checkedName(name);
        ExtensionSpan span = ExtensionSpan.of(first, last);
        refuseOverlap(span, null);
        ExtensionRange range = new ExtensionRange(Ids.next(), checkedName, span, Documents.now(), caller.name());
        entities.persist(range);
        rows.addExtensions(span.without(null), range.getId());
        record(caller, Action.CREATED, 201, range, JsonObject.EMPTY_JSON_OBJECT, json(range));
        return range.getId();
    }

    /** As {@link ExtensionRanges#change}. */
    public Void change(Caller caller, String id, long version, String name, String first, String last) {
        String checkedName = checkedName(name);
        ExtensionSpan span = ExtensionSpan.of(first, last);
        ExtensionRange range = found(id, version);
        ExtensionSpan was = range.span();
        if (was.equals(span) && range.getName().equals(checkedName)) {
            return null;
        }
        refuseOverlap(span, id);
        JsonObject before = json(range);
        range.store(checkedName, span);
        refuseUsed(rows.keepOnly(id, span));
        rows.addExtensions(span.without(was), id);
        record(caller, Action.UPDATED, 200, range, before, json(range));
        return null;
    }

    /** As {@link ExtensionRanges#delete}. */
    public Void delete(Caller caller, String id, long version) {
        ExtensionRange range = found(id, version);
        refuseUsed(rows.keepNone(id));
        entities.remove(range);
        record(caller, Action.DELETED, 204, range, json(range), JsonObject.EMPTY_JSON_OBJECT);
        return null;
    }

    // Locked, so that of two administrators who saw the same version the second one is told.
    private ExtensionRange found(String id, long version) {
        ExtensionRange range = entities.find(ExtensionRange.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (range == null) {
            throw new NumberRefused(Reason.GONE);
        } else if (range.getVersion() != version) {
            throw new NumberRefused(Reason.CHANGED);
        }
        return range;
    }

    private static String checkedName(String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new NumberRefused(Reason.NAME);
        }
        return stripped;
    }

    // Whoever adds an overlapping range at the same time meets the key of extensions, and then this.
    private void refuseOverlap(ExtensionSpan span, String ownId) {
        entities.createQuery("select r from ExtensionRange r", ExtensionRange.class)
                .getResultStream()
                .filter(other -> !other.getId().equals(ownId) && other.span().overlaps(span))
                .findFirst()
                .ifPresent(other -> {
                    throw new NumberRefused(Reason.OVERLAP, other.getName(), other.getFirst(), other.getLast());
                });
    }

    private static void refuseUsed(int assigned) {
        if (assigned > 0) {
            throw new NumberRefused(Reason.IN_USE, assigned);
        }
    }

    private static JsonObject json(ExtensionRange range) {
        return JSON.createObjectBuilder()
                .add("name", range.getName())
                .add("first", range.getFirst())
                .add("last", range.getLast())
                .build();
    }

    private void record(
            Caller caller, Action action, int status, ExtensionRange range, JsonObject before, JsonObject after) {
        audit.record(Entry.done(
                caller,
                action,
                status,
                "ExtensionRange",
                range.getId(),
                range.getName(),
                Changes.between(before, after)));
        entities.flush();
    }
}
