package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.telephony.ServicesRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes for {@link ServicePolicies}: the rows and their events in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ServicePolicyWriter {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @Inject
    private PolicyRows policies;

    @Inject
    private Rows rows;

    @Inject
    private AuditTrail audit;

    /** As {@link ServicePolicies#change}; returns whether anything differs. */
    public boolean change(Caller caller, List<ServicePolicy> wanted) {
        Map<ServiceKind, ServicePolicy> stored =
                policies.all().stream().collect(Collectors.toMap(ServicePolicy::kind, Function.identity()));
        boolean any = false;
        for (ServicePolicy policy : wanted) {
            Integer days = policy.graceDays();
            if (days != null && (days < 0 || days > ServicePolicy.LONGEST_GRACE)) {
                throw new ServicesRefused(Reason.GRACE, ServicePolicy.LONGEST_GRACE);
            }
            ServicePolicy before = stored.get(policy.kind());
            if (!Objects.equals(before.graceDays(), days)) {
                store(caller, policy);
                audit.record(Entry.done(
                        caller,
                        Action.UPDATED,
                        200,
                        "ServicePolicy",
                        null,
                        policy.kind().name(),
                        Changes.between(document(before), document(policy))));
                any = true;
            }
        }
        return any;
    }

    // Only where it has the version that was seen: of two administrators, the second is told.
    private void store(Caller caller, ServicePolicy policy) {
        String days = policy.keeps() ? "null" : String.valueOf(policy.graceDays());
        int stored = rows.change(
                "update service_policy set version = version + 1, grace_days = " + days
                        + ", changed_at = ?, changed_by = ? where kind = ? and version = ?",
                Documents.now().toEpochMilli(),
                caller.name(),
                policy.kind().name(),
                policy.version());
        if (stored == 0) {
            throw new ServicesRefused(Reason.POLICY_CHANGED);
        }
    }

    private static JsonObject document(ServicePolicy policy) {
        JsonObjectBuilder document = JSON.createObjectBuilder();
        return policy.keeps()
                ? document.build()
                : document.add("graceDays", policy.graceDays()).build();
    }
}
