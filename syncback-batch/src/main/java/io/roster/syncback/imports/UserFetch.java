package io.roster.syncback.imports;

import io.roster.imports.FetchedUser;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.ImportRun;
import io.roster.imports.LinkedPeople;
import io.roster.imports.PageKind;
import io.roster.imports.StoredPage;
import io.roster.syncback.okta.AppUser;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the users of an import. A full run reads the list of those who are assigned, and then, one by one, those who are
 * linked here and were not on it: the list may have changed as it was read, so it deactivates nobody. An incremental run
 * reads, one by one, those whom a search and the System Log name, for a search is behind.
 *
 * @param okta what to ask
 * @param pages where they are stored
 * @param people who is linked here
 * @param lease of the run
 */
record UserFetch(ImportOkta okta, ImportPages pages, LinkedPeople people, ImportLease lease) {

    /** A search and the System Log may be behind by minutes, and clocks differ. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int AT_ONCE = 100;

    /** Says of somebody that the app is not assigned any more. */
    static final String UNASSIGNED = "UNASSIGNED";

    void full() {
        Set<String> seen = new HashSet<>();
        for (StoredPage page : pages.list(lease.runId(), PageKind.USERS)) {
            pages.users(lease.runId(), page.page()).forEach(user -> seen.add(user.oktaId()));
        }
        if (pages.last(lease.runId(), PageKind.REREAD, "").isEmpty()) {
            new OktaList(pages, lease, PageKind.USERS, "")
                    .read(okta::users, (page, users, next) -> store(page, users, next, seen), seen::clear);
            plan(people.without(seen));
        }
        reread();
    }

    // Who comes twice counts once, as first seen; what changed since then is found by the next run.
    private boolean store(int page, List<AppUser> users, String next, Set<String> seen) {
        List<FetchedUser> fresh = users.stream()
                .filter(user -> seen.add(user.user().id()))
                .map(UserFetch::fetched)
                .toList();
        return pages.storeUsers(lease, page, fresh, next);
    }

    void incremental(ImportRun run) {
        Instant since = run.since().minus(OVERLAP);
        new OktaList(pages, lease, PageKind.SEARCHED, "")
                .read(next -> okta.changedUsers(since, next), ids(PageKind.SEARCHED), () -> {});
        // Without an end, Okta's log goes on for ever.
        new OktaList(pages, lease, PageKind.LOGGED, "")
                .read(
                        next -> okta.reassignedUsers(since, run.started().plus(OVERLAP), next),
                        ids(PageKind.LOGGED),
                        () -> {});
        if (pages.last(lease.runId(), PageKind.REREAD, "").isEmpty()) {
            Set<String> changed = new LinkedHashSet<>();
            for (PageKind kind : List.of(PageKind.SEARCHED, PageKind.LOGGED)) {
                for (StoredPage page : pages.list(lease.runId(), kind)) {
                    changed.addAll(pages.ids(lease.runId(), kind, "", page.page()));
                }
            }
            plan(changed);
        }
        reread();
    }

    private OktaList.Store<String> ids(PageKind kind) {
        return (page, ids, next) -> pages.storeIds(lease, kind, "", page, ids, next);
    }

    // One page at least, so that a run that goes on elsewhere does not plan again.
    private void plan(Collection<String> ids) {
        List<String> all = new ArrayList<>(ids);
        int first = pages.last(lease.runId(), PageKind.USERS, "")
                .map(page -> page.page() + 1)
                .orElse(0);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from == 0 || from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        OktaList.require(pages.storePlan(lease, first, chunks));
    }

    private void reread() {
        Set<Integer> done = pages.list(lease.runId(), PageKind.USERS).stream()
                .map(StoredPage::page)
                .collect(Collectors.toSet());
        boolean known = false;
        for (StoredPage planned : pages.list(lease.runId(), PageKind.REREAD)) {
            if (done.contains(planned.page())) {
                continue;
            }
            if (!known && planned.amount() > 0) {
                // of an app that is gone, nobody would be assigned
                okta.users(null);
                known = true;
            }
            List<String> ids = pages.ids(lease.runId(), PageKind.REREAD, "", planned.page());
            OktaList.require(pages.storeUsers(lease, planned.page(), one(ids), null));
        }
    }

    private List<FetchedUser> one(List<String> ids) {
        Set<String> linked = people.among(ids);
        List<FetchedUser> users = new ArrayList<>();
        for (String id : ids) {
            Optional<FetchedUser> user = okta.user(id).map(UserFetch::fetched);
            if (user.isPresent() || linked.contains(id)) {
                users.add(user.orElseGet(() -> unassigned(id)));
            }
        }
        return users;
    }

    static FetchedUser fetched(AppUser user) {
        return new FetchedUser(
                user.user().id(),
                user.user().status(),
                user.status(),
                user.externalId(),
                user.userName(),
                user.user().profile(),
                user.profile());
    }

    private static FetchedUser unassigned(String id) {
        return new FetchedUser(id, "", UNASSIGNED, null, "", JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_OBJECT);
    }
}
