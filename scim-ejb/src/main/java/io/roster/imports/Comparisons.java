package io.roster.imports;

import io.roster.persistence.Sql;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Holds what a run has read of Okta, page by page, or what was read just now, against who is linked here. A number of
 * statements that does not depend on how many there are on a page. Nothing is changed. For the job and for repairs.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Comparisons {

    private static final int AT_ONCE = 1_000;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @Inject
    private Schemas schemas;

    /**
     * A page of a run.
     *
     * @param kind {@link PageKind#USERS} or {@link PageKind#GROUPS}
     * @param page its number
     * @param amount how many were read
     * @param users those of a page of users
     * @param groups those of a page of groups that differ
     */
    public record Page(PageKind kind, int page, int amount, List<ComparedUser> users, List<ComparedGroup> groups) {}

    /**
     * The next page that was not compared yet; users before groups.
     *
     * @param runId the run
     * @return empty when all are done
     */
    public Optional<Page> next(String runId) {
        return next(runId, PageKind.USERS).or(() -> next(runId, PageKind.GROUPS));
    }

    private Optional<Page> next(String runId, PageKind kind) {
        boolean users = kind == PageKind.USERS;
        return Sql.of(
                        "select page, amount, content from import_page where run_id = ? and kind = ? and owner_id = '' and"
                                + " matched = false order by page fetch first row only",
                        runId,
                        kind.name())
                .list(dataSource, row -> new Stored(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .stream()
                .findFirst()
                .map(stored -> new Page(
                        kind,
                        stored.page(),
                        stored.amount(),
                        users ? users(PageContent.users(stored.content())) : List.of(),
                        users ? List.of() : groups(runId, PageContent.groups(stored.content()))));
    }

    private record Stored(int page, int amount, byte[] content) {}

    /**
     * Users beside the people who are linked with them.
     *
     * @param users of Okta
     * @return each of them, in the order given
     * @throws ImportRefused when a mapping cannot be used any more
     */
    public List<ComparedUser> users(List<FetchedUser> users) {
        ResourceType type = schemas.user();
        StoredRules rules = RuleRows.read(dataSource);
        UserComparison comparison = new UserComparison(
                PersonMapping.of(rules.settings(), rules.mappings(), type), rules.settings(), rules.mappings());
        RosterPeople people = new RosterPeople(dataSource);
        Map<String, RosterPerson> linked =
                people.linked(users.stream().map(FetchedUser::oktaId).toList());
        Set<String> awaited = people.awaitingLifecycle(
                linked.values().stream().map(RosterPerson::id).collect(Collectors.toSet()));
        return users.stream()
                .map(user -> comparison.of(user, linked.get(user.oktaId()), awaited))
                .toList();
    }

    private List<ComparedGroup> groups(String runId, List<FetchedGroup> fetched) {
        FetchedMembers members = new FetchedMembers(dataSource, runId);
        List<ComparedGroup> differing = new ArrayList<>();
        for (List<FetchedGroup> part : members.parts(fetched)) {
            differing.addAll(groups(
                    part, members.of(part.stream().map(FetchedGroup::oktaId).toList())));
        }
        return differing;
    }

    /**
     * Groups beside those that are linked with them.
     *
     * @param groups of Okta
     * @param members Okta's ids of their members, by Okta's id of the group; nothing where they are unknown
     * @return those that differ
     */
    public List<ComparedGroup> groups(List<FetchedGroup> groups, Map<String, Set<String>> members) {
        GroupPage page = new GroupPage(new RosterGroups(dataSource, ""), groups);
        return page.findings(members).stream()
                .map(finding -> {
                    boolean linked = finding.kind() == CandidateKind.UPDATE;
                    Map<String, Boolean> changes = page.members().getOrDefault(finding.oktaId(), Map.of());
                    return new ComparedGroup(
                            finding.oktaId(),
                            finding.oktaName(),
                            linked ? finding.rosterId() : null,
                            linked ? finding.rosterName() : null,
                            ids(changes, true),
                            linked ? ids(changes, false) : List.of());
                })
                .toList();
    }

    private static List<String> ids(Map<String, Boolean> changes, boolean wanted) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Groups that are linked with a group of Okta which a run has not read: the app is assigned to it no more.
     *
     * @param runId the run
     * @return them, by Okta's ids
     */
    public List<ComparedGroup> groupsGone(String runId) {
        Set<String> read = Sql.of("select content from import_page where run_id = ? and kind = 'GROUPS'", runId)
                .list(dataSource, row -> PageContent.groups(row.getBytes(1)))
                .stream()
                .flatMap(List::stream)
                .map(FetchedGroup::oktaId)
                .collect(Collectors.toSet());
        List<ComparedGroup> gone = new ArrayList<>();
        String after = "";
        List<ComparedGroup> some;
        do {
            some = Sql.of(
                            "select external_id, id, display_name from directory_group where external_id > ?"
                                    + " order by external_id fetch first ? rows only",
                            after,
                            AT_ONCE)
                    .list(
                            dataSource,
                            row -> new ComparedGroup(
                                    row.getString(1),
                                    row.getString(3),
                                    row.getString(2),
                                    row.getString(3),
                                    List.of(),
                                    List.of()));
            some.stream().filter(group -> !read.contains(group.oktaId())).forEach(gone::add);
            after = some.isEmpty() ? after : some.get(some.size() - 1).oktaId();
        } while (some.size() == AT_ONCE);
        return gone.stream().filter(group -> isOfOkta(group.oktaId())).toList();
    }

    /** Other SCIM clients have ids of their own, of which Okta knows nothing. */
    private static boolean isOfOkta(String externalId) {
        return externalId.startsWith("00g") && externalId.length() == "00g1emaKYZTWRYYRRTSK".length();
    }

    /**
     * What people are called.
     *
     * @param oktaIds Okta's ids of users
     * @return names by Okta's ids, of those who are here
     */
    public Map<String, String> names(Collection<String> oktaIds) {
        Map<String, String> names = new HashMap<>();
        for (List<String> chunk : RosterPeople.chunks(oktaIds)) {
            new Sql(
                            "select external_id, full_name, user_name from person where external_id in "
                                    + Sql.places(chunk.size()),
                            List.copyOf(chunk))
                    .list(
                            dataSource,
                            row -> names.put(
                                    row.getString(1), row.getString(2) == null ? row.getString(3) : row.getString(2)));
        }
        return names;
    }
}
