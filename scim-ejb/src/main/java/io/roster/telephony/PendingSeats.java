package io.roster.telephony;

import io.roster.entitlement.LicenseChanged;
import io.roster.group.MembershipChanged;
import io.roster.persistence.Ids;
import io.roster.user.EntitlementsChanged;
import io.roster.user.PersonLifecycle;
import io.roster.user.PersonLifecycle.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves a note, within the transaction that changes a group, a person or a licence, of whose seats have to be brought in
 * line. That costs a push one row; the seats themselves are {@link SeatReconciliation}'s.
 */
@Dependent
public class PendingSeats {

    // What an id of a licence can look like: other values of entitlements are none of ours, and may be long.
    private static final Pattern LICENSE_ID = Pattern.compile("[a-z0-9._-]{1,36}");

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    void membersChanged(@Observes MembershipChanged change) {
        entities.createQuery("select r.licenseId from LicenseGroup r where r.groupId = :group", String.class)
                .setParameter("group", change.groupId())
                .getResultList()
                .forEach(this::leaveForAll);
        if (change.deleted()) {
            entities.createQuery("delete from LicenseGroup r where r.groupId = :group")
                    .setParameter("group", change.groupId())
                    .executeUpdate();
        }
    }

    void entitlementsChanged(@Observes EntitlementsChanged change) {
        leave(change.personId(), change.values());
    }

    void licenseChanged(@Observes LicenseChanged change) {
        entities.persist(new LicenseWork(Ids.next(), change.licenseId(), null, change.renamed()));
    }

    // Reasons of deactivated people are left as they are, so whoever comes back is looked at anew.
    void reactivated(@Observes PersonLifecycle event) {
        if (event.kind() == Kind.REACTIVATED) {
            Set<String> licenses = new TreeSet<>();
            for (String ways : List.of(
                    "select license_id from license_seat where person_id = ?1",
                    "select r.license_id from license_group r join membership m on m.group_id = r.group_id"
                            + " where m.member_id = ?1",
                    "select value_key from person_value where person_id = ?1 and attribute = 'entitlements'"
                            + " and value_key is not null")) {
                List<?> found = entities.createNativeQuery(ways)
                        .setParameter(1, event.personId())
                        .getResultList();
                licenses.addAll(found.stream().map(String.class::cast).collect(Collectors.toSet()));
            }
            leave(event.personId(), licenses);
        }
    }

    /** Leaves a note about one person. */
    void leave(String personId, Collection<String> licenseIds) {
        licenseIds.stream()
                .filter(id -> LICENSE_ID.matcher(id).matches())
                .forEach(id -> entities.persist(new LicenseWork(Ids.next(), id, personId, false)));
    }

    /** Leaves a note about everybody who has, or is to have, a licence. */
    void leaveForAll(String licenseId) {
        entities.persist(new LicenseWork(Ids.next(), licenseId, null, false));
    }
}
