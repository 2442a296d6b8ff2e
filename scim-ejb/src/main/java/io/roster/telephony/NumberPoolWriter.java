package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Ids;
import io.roster.persistence.Sql;
import io.roster.telephony.NumberRefused.Reason;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Writes for {@link NumberPool}: the rows and an event in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NumberPoolWriter {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final Duration UPLOADS_KEPT = Duration.ofDays(1);
    private static final String TYPE = "PhoneNumber";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private PoolRows rows;

    @Inject
    private RestTimes restTimes;

    @Inject
    private AuditTrail audit;

    /** Adds those of the numbers that are not in the pool. */
    public AddedNumbers add(Caller caller, List<String> numbers) {
        Set<String> known = rows.known(numbers);
        List<String> added =
                numbers.stream().filter(number -> !known.contains(number)).toList();
        if (!added.isEmpty()) {
            rows.addNumbers(added, caller.name());
            String first = added.get(0);
            JsonObject what = JSON.createObjectBuilder()
                    .add("numbers", added.size())
                    .add("first", first)
                    .add("last", added.get(added.size() - 1))
                    .build();
            record(caller, Action.CREATED, 201, first, JsonObject.EMPTY_JSON_OBJECT, what);
        }
        return new AddedNumbers(added.size(), known.size());
    }

    /** Keeps numbers until they are confirmed, and forgets those that nobody has confirmed. */
    public String keep(Caller caller, List<String> numbers) {
        long now = System.currentTimeMillis();
        entities.createNativeQuery("delete from number_upload where created_at < ?1")
                .setParameter(1, now - UPLOADS_KEPT.toMillis())
                .executeUpdate();
        String id = Ids.next();
        entities.createNativeQuery(
                        "insert into number_upload (id, numbers, created_at, created_by) values (?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, String.join("\n", numbers))
                .setParameter(3, now)
                .setParameter(4, caller.name())
                .executeUpdate();
        return id;
    }

    /** As {@link NumberPool#confirm}. */
    public AddedNumbers confirm(Caller caller, String uploadId) {
        List<String> kept = Sql.of("select numbers from number_upload where id = ?", uploadId)
                .list(dataSource, row -> row.getString(1));
        int removed = entities.createNativeQuery("delete from number_upload where id = ?1")
                .setParameter(1, uploadId)
                .executeUpdate();
        if (removed == 0) {
            throw new NumberRefused(Reason.UPLOAD_GONE);
        }
        return add(caller, List.of(kept.get(0).split("\n")));
    }

    /** As {@link NumberPool#withdraw}. */
    public Void withdraw(Caller caller, String number) {
        if (!rows.remove(number)) {
            throw new NumberRefused(
                    rows.known(List.of(number)).isEmpty() ? Reason.UNKNOWN : Reason.TAKEN, E164.international(number));
        }
        JsonObject what = JSON.createObjectBuilder().add("numbers", 1).build();
        record(caller, Action.DELETED, 204, number, what, JsonObject.EMPTY_JSON_OBJECT);
        return null;
    }

    /** As {@link NumberPool#endRest}. */
    public Void endRest(Caller caller, PoolKind kind, String value) {
        if (rows.endRest(kind, value)) {
            JsonObject before = JSON.createObjectBuilder().add("resting", true).build();
            JsonObject after = JSON.createObjectBuilder().add("resting", false).build();
            audit.record(
                    Entry.done(caller, Action.UPDATED, 200, type(kind), null, value, Changes.between(before, after)));
        }
        return null;
    }

    /** As {@link NumberPool#changeRest}. */
    public Void changeRest(Caller caller, PoolKind kind, int days) {
        int before = restTimes.days(kind);
        restTimes.change(kind, days);
        if (before != days) {
            audit.record(Entry.done(
                    caller,
                    Action.UPDATED,
                    200,
                    type(kind),
                    null,
                    "rest",
                    Changes.between(
                            JSON.createObjectBuilder().add("days", before).build(),
                            JSON.createObjectBuilder().add("days", days).build())));
        }
        return null;
    }

    private static String type(PoolKind kind) {
        return kind == PoolKind.NUMBER ? TYPE : "Extension";
    }

    private void record(Caller caller, Action action, int status, String name, JsonObject before, JsonObject after) {
        audit.record(Entry.done(caller, action, status, TYPE, null, name, Changes.between(before, after)));
    }
}
