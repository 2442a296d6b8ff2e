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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the users of an import. A full run reads the list of those who are assigned, and then, one by one, those who are
 * linked here and were not on it: the list may have changed as it was read, so it deactivates nobody. It stops at that when
 * so many are gone that the safeguard holds the run in any case. An incremental run reads, one by one, those whom a search
 * and the System Log name, for a search is behind; of very many, those who are on the list it takes from there.
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

    /** Of more who have changed, those on the list are read from there, 500 a call. */
    private static final int MOST_ONE_BY_ONE = 1_000;

    /** Says of somebody that the app is not assigned any more. */
    static final String UNASSIGNED = "UNASSIGNED";

    void full() {
        if (pages.last(lease.runId(), PageKind.REREAD, "").isEmpty()) {
            plan(people.without(listed(id -> true)));
        }
        reread(people.enoughToHold());
    }

    private Set<String> listed(Predicate<String> wanted) {
        Set<String> seen = new HashSet<>();
        for (StoredPage page : pages.list(lease.runId(), PageKind.USERS)) {
            pages.users(lease.runId(), page.page()).forEach(user -> seen.add(user.oktaId()));
        }
        new OktaList(pages, lease, PageKind.USERS, "")
                .read(okta::users, (page, users, next) -> store(page, users, next, seen, wanted), seen::clear);
        return seen;
    }

    // Who comes twice counts once, as first seen; what changed since then is found by the next run.
    private boolean store(int page, List<AppUser> users, String next, Set<String> seen, Predicate<String> wanted) {
        List<FetchedUser> fresh = users.stream()
                .filter(user -> wanted.test(user.user().id()))
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
            if (changed.size() > MOST_ONE_BY_ONE) {
                changed.removeAll(listed(Set.copyOf(changed)::contains));
            }
            plan(changed);
        }
        reread(OptionalLong.empty());
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

    // Whoever is not read any more, once enough are gone, is left as they are.
    private void reread(OptionalLong enough) {
        Set<Integer> done = pages.list(lease.runId(), PageKind.USERS).stream()
                .map(StoredPage::page)
                .collect(Collectors.toSet());
        boolean known = false;
        long gone = 0;
        for (StoredPage planned : pages.list(lease.runId(), PageKind.REREAD)) {
            if (gone >= enough.orElse(Long.MAX_VALUE)) {
                return;
            }
            if (done.contains(planned.page())) {
                gone += gone(pages.users(lease.runId(), planned.page()));
                continue;
            }
            if (!known && planned.amount() > 0) {
                // of an app that is gone, nobody would be assigned
                okta.users(null);
                known = true;
            }
            List<String> ids = pages.ids(lease.runId(), PageKind.REREAD, "", planned.page());
            List<FetchedUser> users = one(ids);
            OktaList.require(pages.storeUsers(lease, planned.page(), users, null));
            gone += gone(users);
        }
    }

    private static long gone(List<FetchedUser> users) {
        return users.stream()
                .filter(user -> user.appUserStatus().equals(UNASSIGNED))
                .count();
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
