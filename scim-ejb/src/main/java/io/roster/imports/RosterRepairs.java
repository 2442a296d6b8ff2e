package io.roster.imports;

import io.roster.access.Caller;
import io.roster.persistence.Conflicts;
import io.roster.schema.Schemas;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Brings one person or group of Roster in line with Okta, as an import would: matched by the settings, and written by the
 * same writing. For repairs, which know who may ask for it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterRepairs {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private RosterRepairWriter writer;

    @Inject
    private Schemas schemas;

    /**
     * What would be done about a user.
     *
     * @param user read just now
     * @return empty where nothing is to be done here
     */
    public Optional<RosterRepair> of(FetchedUser user) {
        return finding(user).map(FoundRepair::of);
    }

    /**
     * What would be done about a group.
     *
     * @param group read just now
     * @param members Okta's ids of its members
     * @return empty where nothing is to be done here
     */
    public Optional<RosterRepair> of(FetchedGroup group, Set<String> members) {
        GroupPage page = page(group);
        return page.findings(Map.of(group.oktaId(), members)).stream()
                .findFirst()
                .map(FoundRepair::of);
    }

    private Optional<Finding> finding(FetchedUser user) {
        var type = schemas.user();
        MatchingRules rules = MatchingRules.read(dataSource, type);
        return new UserPage(
                        new PersonMatching(type, rules.settings(), rules.mapping()),
                        new RosterPeople(dataSource),
                        List.of(user))
                .findings().stream().findFirst();
    }

    private GroupPage page(FetchedGroup group) {
        return new GroupPage(new RosterGroups(dataSource, ""), List.of(group));
    }

    /**
     * Does it, if it is still the same.
     *
     * @param caller who asked for it
     * @param user read just now
     * @param digest of what was shown
     * @param seen when it was shown: somebody who was changed here since is left as they are
     * @return false when something else would be done by now; nothing was done
     * @throws io.roster.scim.protocol.ScimException when Roster refuses it
     */
    public boolean apply(Caller caller, FetchedUser user, String digest, Instant seen) {
        Optional<Finding> found = finding(user).filter(finding -> FoundRepair.isSame(finding, digest));
        found.ifPresent(finding -> {
            var type = schemas.user();
            Conflicts.retried(() -> writer.person(caller, type, finding, seen));
        });
        return found.isPresent();
    }

    /** As {@link #apply(Caller, FetchedUser, String, Instant)}, for a group. */
    public boolean apply(Caller caller, FetchedGroup group, Set<String> members, String digest, Instant seen) {
        GroupPage page = page(group);
        Optional<Finding> found = page.findings(Map.of(group.oktaId(), members)).stream()
                .filter(finding -> FoundRepair.isSame(finding, digest))
                .findFirst();
        found.ifPresent(finding -> {
            var type = schemas.group();
            Map<String, Boolean> changes = page.members().getOrDefault(group.oktaId(), Map.of());
            Conflicts.retried(() -> writer.group(caller, type, finding, changes, seen));
        });
        return found.isPresent();
    }
}
