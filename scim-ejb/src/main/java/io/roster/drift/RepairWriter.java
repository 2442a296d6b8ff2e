package io.roster.drift;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Entry;
import io.roster.audit.Outcome;
import io.roster.outbox.Changed;
import io.roster.outbox.Outbox;
import io.roster.scim.protocol.JsonObjects;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes for {@link Repairs}: what is noted here of changes that are made in Okta. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RepairWriter {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int CREATED = 200;
    private static final int REFUSED = 409;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /** Puts somebody into the queue of sync-back. */
    public void syncBack(String personId, String oktaId) {
        outbox.changed(List.of(new Changed(personId, oktaId)));
    }

    /** Records what was changed in Okta, and by whom; refusal: what Okta said to the next change, or {@code null}. */
    public void tell(Caller caller, Drift row, List<RepairStep> done, String refusal) {
        String type = row.group() ? "Group" : "User";
        String id = row.rosterId() == null ? row.oktaId() : row.rosterId();
        String changes =
                JsonObjects.of(done.stream().map(RepairWriter::change).toList()).toString();
        audit.record(new Entry(
                caller,
                Action.DRIFT_REPAIRED,
                refusal == null ? Outcome.SUCCESS : Outcome.REFUSED,
                refusal == null ? CREATED : REFUSED,
                type,
                id,
                row.name(),
                refusal,
                changes));
    }

    private static JsonObject change(RepairStep step) {
        Map<String, JsonValue> change = new LinkedHashMap<>();
        change.put("attribute", JSON.createValue("Okta " + step.place() + ": " + step.name()));
        if (step.before() != null) {
            change.put("before", JSON.createValue(step.before()));
        }
        if (step.after() != null || step.target() != null) {
            change.put("after", JSON.createValue(step.after() != null ? step.after() : step.target()));
        }
        return JsonObjects.of(change);
    }
}
