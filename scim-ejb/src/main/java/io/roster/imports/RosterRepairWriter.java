package io.roster.imports;

import io.roster.access.Caller;
import io.roster.group.DirectoryGroup;
import io.roster.group.GroupWriter;
import io.roster.persistence.Sql;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Writes for {@link RosterRepairs}: one transaction each. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RosterRepairWriter {

    /** How many members one transaction changes at most; the rest is found again. */
    static final int PART = 1_000;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AppliedPeople people;

    @EJB
    private GroupWriter groups;

    /** Does what was found about somebody, if they were not changed here since it was shown. */
    public Void person(Caller caller, ResourceType type, Finding finding, Instant seen) {
        people.apply(
                caller,
                type,
                new ConfirmedCandidate(
                        finding.oktaId(),
                        finding.oktaId(),
                        finding.oktaName(),
                        finding.kind(),
                        finding.rosterId(),
                        finding.matches(),
                        finding.wanted(),
                        false,
                        false,
                        seen));
        return null;
    }

    /** Does what was found about a group; changes: Okta's ids of who is to be a member, or not. */
    public Void group(Caller caller, ResourceType type, Finding finding, Map<String, Boolean> changes, Instant seen) {
        String id = finding.rosterId();
        if (id == null) {
            id = groups.createOwned(caller, type, finding.wanted()).id();
        } else {
            DirectoryGroup group = entities.find(DirectoryGroup.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (group == null || !group.getModified().isBefore(seen)) {
                throw ScimException.conflict(
                        "The group was changed or deleted in Roster since this was shown. Look at it again.");
            }
        }
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> ids = changes.keySet().stream().sorted().limit(PART).toList();
        for (List<String> chunk : RosterPeople.chunks(ids)) {
            new Sql(
                            "select external_id, id from person where external_id in " + Sql.places(chunk.size()),
                            List.copyOf(chunk))
                    .list(dataSource, row -> (changes.get(row.getString(1)) ? added : removed).add(row.getString(2)));
        }
        groups.merge(caller, type, id, finding.wanted(), added, removed);
        return null;
    }
}
