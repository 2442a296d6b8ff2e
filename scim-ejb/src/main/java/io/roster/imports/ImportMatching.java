package io.roster.imports;

import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The step of an import that compares what was fetched with the people and groups that are here, and notes the differences
 * as candidates. Nothing else is changed. For the job.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportMatching {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private MatchingWriter writer;

    @Inject
    private Schemas schemas;

    /**
     * Matches the next page of users, and then of groups. It may be called again after a kill at any point: a page that was
     * matched is not matched again.
     *
     * @param runId the run
     * @return whether there may be more to do
     */
    public boolean step(String runId) {
        MatchedRun run = MatchedRun.read(dataSource, runId);
        Optional<MatchingWriter.Matched> next =
                next(run, CandidateStore.USER).or(() -> next(run, CandidateStore.GROUP));
        next.ifPresent(matched -> Conflicts.retried(() -> writer.write(matched)));
        if (next.isPresent()) {
            return true;
        }
        if (run.full() && !run.dryRun() && Conflicts.retried(() -> writer.sweep(run)) > 0) {
            return true;
        }
        Conflicts.retried(() -> writer.count(run));
        return false;
    }

    private record Unmatched(int page, int amount, byte[] content) {}

    private Optional<MatchingWriter.Matched> next(MatchedRun run, String resourceType) {
        boolean users = resourceType.equals(CandidateStore.USER);
        Optional<Unmatched> page = Sql.of(
                        "select page, amount, content from import_page where run_id = ? and kind = ? and owner_id = '' and"
                                + " matched = false order by page fetch first row only",
                        run.id(),
                        users ? "USERS" : "GROUPS")
                .list(dataSource, row -> new Unmatched(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .stream()
                .findFirst();
        return page.map(found -> users ? users(run, found) : groups(run, found));
    }

    private MatchingWriter.Matched users(MatchedRun run, Unmatched unmatched) {
        ResourceType type = schemas.user();
        MatchingRules rules = MatchingRules.read(dataSource, type);
        UserPage page = new UserPage(
                new PersonMatching(type, rules.settings(), rules.mapping()),
                new RosterPeople(dataSource),
                PageContent.users(unmatched.content()));
        List<Finding> found = page.findings();
        CandidateStore store = new CandidateStore(dataSource, run.preview());
        Set<String> met =
                found.stream().map(Finding::matchId).filter(Objects::nonNull).collect(Collectors.toSet());
        Contest contest = Contest.of(found, store.rivals(met, page.oktaIds()));
        return new MatchingWriter.Matched(
                run,
                CandidateStore.USER,
                unmatched.page(),
                unmatched.amount(),
                changes(run, store, rules.settings(), CandidateStore.USER, page.oktaIds(), contest.findings()),
                contest.lost(),
                Map.of());
    }

    private MatchingWriter.Matched groups(MatchedRun run, Unmatched unmatched) {
        MatchingRules rules = MatchingRules.read(dataSource, schemas.user());
        List<FetchedGroup> fetched = PageContent.groups(unmatched.content());
        List<Finding> found = new ArrayList<>();
        Map<String, Map<String, Boolean>> members = new LinkedHashMap<>();
        FetchedMembers read = new FetchedMembers(dataSource, run.id());
        for (List<FetchedGroup> part : read.parts(fetched)) {
            GroupPage page = new GroupPage(new RosterGroups(dataSource, run.preview()), part);
            found.addAll(page.findings(read.of(page.oktaIds())));
            members.putAll(page.members());
        }
        Set<String> oktaIds =
                fetched.stream().map(FetchedGroup::oktaId).collect(Collectors.toCollection(LinkedHashSet::new));
        CandidateStore store = new CandidateStore(dataSource, run.preview());
        return new MatchingWriter.Matched(
                run,
                CandidateStore.GROUP,
                unmatched.page(),
                unmatched.amount(),
                changes(run, store, rules.settings(), CandidateStore.GROUP, oktaIds, found),
                List.of(),
                members);
    }

    private Collection<CandidateChange> changes(
            MatchedRun run,
            CandidateStore store,
            ImportSettings settings,
            String resourceType,
            Set<String> oktaIds,
            List<Finding> found) {
        Map<String, Finding> findings =
                found.stream().collect(Collectors.toMap(Finding::oktaId, finding -> finding, (one, other) -> other));
        Map<String, StoredCandidate> open = store.open(resourceType, oktaIds);
        Map<String, String> applied = store.applied(
                resourceType,
                findings.keySet().stream().filter(id -> !open.containsKey(id)).toList());
        return oktaIds.stream()
                .map(id -> applied.containsKey(id)
                        ? CandidateChange.again(applied.get(id), findings.get(id), settings)
                        : CandidateChange.of(open.get(id), findings.get(id), settings, run))
                .filter(Objects::nonNull)
                .toList();
    }
}
