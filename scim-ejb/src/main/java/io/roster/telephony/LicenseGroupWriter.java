package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.entitlement.License;
import io.roster.group.DirectoryGroup;
import io.roster.persistence.Documents;
import io.roster.telephony.LicenseRefused.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;

/** Writes for {@link LicenseGroups}: the rule, its event and the note of what it changes in one transaction a call. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LicenseGroupWriter {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private PendingSeats pending;

    @Inject
    private AuditTrail audit;

    /** As {@link LicenseGroups#add}. */
    public Void add(Caller caller, String licenseId, String groupId) {
        // A push to the group holds the lock of its row to its end: it either sees this rule, or is over before it.
        DirectoryGroup group = group(groupId).orElseThrow(() -> new LicenseRefused(Reason.GROUP_GONE));
        License license = license(licenseId);
        if (entities.find(LicenseGroup.class, new LicenseGroup.Key(licenseId, groupId)) == null) {
            entities.persist(new LicenseGroup(licenseId, groupId, Documents.now(), caller.name()));
            pending.leaveForAll(licenseId);
            record(caller, license, Set.of(), Set.of(group.getDisplayName()));
        }
        return null;
    }

    /** As {@link LicenseGroups#remove}. */
    public Void remove(Caller caller, String licenseId, String groupId) {
        Optional<DirectoryGroup> group = group(groupId);
        License license = license(licenseId);
        LicenseGroup rule = entities.find(LicenseGroup.class, new LicenseGroup.Key(licenseId, groupId));
        if (rule != null) {
            entities.remove(rule);
            pending.leaveForAll(licenseId);
            String name = group.map(DirectoryGroup::getDisplayName).orElse(groupId);
            record(caller, license, Set.of(name), Set.of());
        }
        return null;
    }

    private Optional<DirectoryGroup> group(String groupId) {
        return Optional.ofNullable(entities.find(DirectoryGroup.class, groupId, LockModeType.PESSIMISTIC_WRITE));
    }

    private License license(String licenseId) {
        return Optional.ofNullable(entities.find(License.class, licenseId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new LicenseRefused(Reason.LICENSE_GONE));
    }

    private void record(Caller caller, License license, Set<String> removed, Set<String> added) {
        String changes =
                Changes.between(JsonObject.EMPTY_JSON_OBJECT, JsonObject.EMPTY_JSON_OBJECT, "groups", removed, added);
        audit.record(Entry.done(
                caller,
                Action.UPDATED,
                200,
                license.getType().resourceType(),
                license.getId(),
                license.getDisplayName(),
                changes));
    }
}
