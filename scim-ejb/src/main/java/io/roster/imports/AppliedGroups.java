package io.roster.imports;

import io.roster.access.Caller;
import io.roster.group.DirectoryGroup;
import io.roster.group.GroupWriter;
import io.roster.imports.Applied.Outcome;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Makes groups what candidates want, within the running transaction, some of the members at a time. */
@Dependent
class AppliedGroups {

    /** How many members one transaction adds or removes at most. */
    private static final int PART = 1_000;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @EJB
    private GroupWriter writer;

    /**
     * Creates, links or changes a group.
     *
     * @throws ScimException when it is refused, or does not hold any more
     */
    Applied apply(Caller caller, ResourceType type, ConfirmedCandidate candidate) {
        String id = linked(candidate);
        if (id == null && candidate.isOfLinked()) {
            return Applied.NOBODY;
        } else if (id == null) {
            id = writer.createOwned(caller, type, candidate.wanted()).id();
        } else {
            requireHolding(candidate, id);
        }
        SortedMap<String, Boolean> part = part(candidate.id());
        Map<String, String> people = people(part.keySet());
        Collection<String> added = new ArrayList<>();
        Collection<String> removed = new ArrayList<>();
        // Who is not here, because their own candidate was refused, is passed over, and found again by the next import.
        part.forEach((oktaId, wanted) -> {
            if (people.containsKey(oktaId)) {
                (wanted ? added : removed).add(people.get(oktaId));
            }
        });
        writer.merge(caller, type, id, candidate.wanted(), added, removed);
        if (!part.isEmpty()) {
            entities.createNativeQuery("delete from import_member where candidate_id = ?1 and okta_id <= ?2")
                    .setParameter(1, candidate.id())
                    .setParameter(2, part.lastKey())
                    .executeUpdate();
        }
        return part.size() < PART ? Applied.done(id) : new Applied(Outcome.PART, id);
    }

    private String linked(ConfirmedCandidate candidate) {
        return Sql.of("select id from directory_group where external_id = ? order by id", Keys.of(candidate.oktaId()))
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(candidate.isOfLinked() ? null : candidate.rosterId());
    }

    private void requireHolding(ConfirmedCandidate candidate, String id) {
        DirectoryGroup group = entities.find(DirectoryGroup.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (group == null) {
            throw ScimException.conflict("The group with which " + candidate.oktaName()
                    + " was to be linked was deleted meanwhile. The next import looks for another one.");
        }
        boolean changed = !group.getModified().isBefore(candidate.since());
        if (changed && candidate.isOfLinked() && !candidate.chosen() && !candidate.begun()) {
            throw ScimException.conflict(
                    "The group " + group.getDisplayName() + " was changed in Roster after this import"
                            + " had begun to read Okta, and what it read may be older. The next import that reads all groups"
                            + " compares again.");
        }
    }

    private SortedMap<String, Boolean> part(String candidateId) {
        SortedMap<String, Boolean> part = new TreeMap<>();
        Sql.of(
                        "select okta_id, wanted from import_member where candidate_id = ? order by okta_id"
                                + " fetch first ? rows only",
                        candidateId,
                        PART)
                .list(dataSource, row -> part.put(row.getString(1), row.getBoolean(2)));
        return part;
    }

    private Map<String, String> people(Collection<String> oktaIds) {
        Map<String, String> people = new TreeMap<>();
        for (List<String> chunk : RosterPeople.chunks(oktaIds)) {
            String query = "select external_id, id from person where external_id in " + Sql.places(chunk.size());
            new Sql(query, List.copyOf(chunk))
                    .list(
                            dataSource,
                            row -> people.merge(
                                    row.getString(1),
                                    row.getString(2),
                                    (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return people;
    }
}
