package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.telephony.NumberRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes for {@link NumberPool}: the rows and an event in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NumberPoolWriter {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final Duration UPLOADS_KEPT = Duration.ofDays(1);

    /** Up to here, numbers are added within the request. */
    private static final int AT_ONCE = 1_000;

    @Inject
    private NumberParts parts;

    @Inject
    private PoolAdditions additions;

    @Inject
    private BulkWorkRows works;

    @Inject
    private PoolRows rows;

    @Inject
    private RestTimes restTimes;

    @Inject
    private AuditTrail audit;

    /** Adds a few numbers at once, and has many added in the background. */
    public AddedNumbers add(Caller caller, List<String> inPlans, List<String> outsidePlans) {
        int amount = inPlans.size() + outsidePlans.size();
        if (amount > AT_ONCE) {
            String id = parts.keep(inPlans, outsidePlans, Instant.ofEpochMilli(Long.MAX_VALUE));
            return inBackground(caller, id, amount);
        }
        return additions
                .add(caller, new NumberPart(inPlans, false))
                .and(additions.add(caller, new NumberPart(outsidePlans, true)));
    }

    /** Keeps numbers until they are confirmed, and forgets those that nobody has confirmed. */
    public String keep(List<String> inPlans, List<String> outsidePlans) {
        Instant now = Documents.now();
        parts.forgetBefore(now);
        return parts.keep(inPlans, outsidePlans, now.plus(UPLOADS_KEPT));
    }

    /** As {@link NumberPool#confirm}. */
    public AddedNumbers confirm(Caller caller, String uploadId, boolean outsidePlans) {
        int amount = parts.claim(uploadId, outsidePlans, Documents.now());
        if (amount > AT_ONCE) {
            return inBackground(caller, uploadId, amount);
        }
        AddedNumbers added = AddedNumbers.NONE;
        for (Optional<NumberPart> part = parts.take(uploadId); part.isPresent(); part = parts.take(uploadId)) {
            added = added.and(additions.add(caller, part.get()));
        }
        return added;
    }

    private AddedNumbers inBackground(Caller caller, String id, int amount) {
        works.add(id, caller.name(), BulkAction.ADD_NUMBERS, null, amount);
        return new AddedNumbers(0, 0, id);
    }

    /** As {@link NumberPool#withdraw}. */
    public Void withdraw(Caller caller, String number) {
        if (!rows.remove(number)) {
            throw new NumberRefused(
                    rows.known(List.of(number)).isEmpty() ? Reason.UNKNOWN : Reason.TAKEN, E164.international(number));
        }
        JsonObject what = JSON.createObjectBuilder().add("numbers", 1).build();
        audit.record(Entry.done(
                caller,
                Action.DELETED,
                204,
                PoolAdditions.TYPE,
                null,
                number,
                Changes.between(what, JsonObject.EMPTY_JSON_OBJECT)));
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
        return kind == PoolKind.NUMBER ? PoolAdditions.TYPE : "Extension";
    }
}
