package io.roster.removal;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.removal.RemovalRefused.Reason;
import io.roster.scim.schema.ResourceType;
import io.roster.user.Deletion;
import io.roster.user.Deletion.Result;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Writes for {@link Removals} and {@link DueRemovals}: one person, or the rule, in one transaction a call. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RemovalWriter {

    private static final Caller ROSTER = new Caller(Caller.Kind.SYSTEM, null, "Retention", Scope.WRITE, null);
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private Deletion deletion;

    @Inject
    private AuditTrail audit;

    /** As {@link Removals#change}. */
    public Void change(Caller caller, Integer days, long seen) {
        RemovalRule rule = entities.find(RemovalRule.class, RemovalRule.ONLY);
        JsonObject before = described(rule);
        rule.change(days, seen, Documents.now(), caller.name());
        JsonObject after = described(rule);
        if (!before.equals(after)) {
            audit.record(Entry.done(
                    caller,
                    Action.UPDATED,
                    200,
                    "RemovalRule",
                    Removals.RESOURCE,
                    null,
                    Changes.between(before, after)));
        }
        return null;
    }

    /** As {@link Removals#remove}. */
    public Void remove(Caller caller, ResourceType type, String personId) {
        Result result = deletion.deactivated(caller, type, personId).result();
        if (result != Result.DELETED) {
            throw new RemovalRefused(result == Result.ACTIVE ? Reason.ACTIVE : Reason.GONE);
        }
        return null;
    }

    /**
     * Removes a person who has been deactivated for as long as the rule says now; nobody who came back meanwhile.
     *
     * @return whether the person was removed
     */
    public boolean removeDue(ResourceType type, String personId, Instant now) {
        Optional<Instant> leftBefore =
                entities.find(RemovalRule.class, RemovalRule.ONLY).leftBefore(now);
        return leftBefore.isPresent()
                && DuePeople.is(dataSource, leftBefore.get(), personId)
                && deletion.deactivated(ROSTER, type, personId).result() == Result.DELETED;
    }

    private static JsonObject described(RemovalRule rule) {
        return rule.getDays() == null
                ? JsonObject.EMPTY_JSON_OBJECT
                : JSON.createObjectBuilder().add("days", rule.getDays()).build();
    }
}
