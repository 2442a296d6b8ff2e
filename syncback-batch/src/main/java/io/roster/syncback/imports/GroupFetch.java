package io.roster.syncback.imports;

import io.roster.imports.FetchedGroup;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.ImportRun;
import io.roster.imports.PageKind;
import io.roster.imports.StoredPage;
import io.roster.syncback.okta.AppGroup;
import io.roster.syncback.okta.AppGroup.Group;
import io.roster.syncback.okta.OktaException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the groups of an import that are assigned to the app, and their members. An incremental run leaves out those of
 * which nothing has changed: name, members, and that they are assigned.
 *
 * @param okta what to ask
 * @param pages where they are stored
 * @param lease of the run
 */
record GroupFetch(ImportOkta okta, ImportPages pages, ImportLease lease) {

    private static final int NOT_FOUND = 404;

    void all(ImportRun run) {
        Optional<Instant> since = Optional.ofNullable(run.since()).map(time -> time.minus(UserFetch.OVERLAP));
        Set<String> seen = new HashSet<>();
        for (StoredPage page : pages.list(lease.runId(), PageKind.GROUPS)) {
            pages.groups(lease.runId(), page.page()).forEach(group -> seen.add(group.oktaId()));
        }
        new OktaList(pages, lease, PageKind.GROUPS, "")
                .read(okta::groups, (page, groups, next) -> store(page, groups, next, seen, since), seen::clear);
        members();
    }

    private boolean store(int page, List<AppGroup> groups, String next, Set<String> seen, Optional<Instant> since) {
        List<FetchedGroup> fresh = groups.stream()
                .filter(group -> !seen.contains(group.id()))
                .flatMap(group -> changed(group, since).stream())
                .filter(group -> seen.add(group.id()))
                .map(group -> new FetchedGroup(group.id(), group.name(), group.description()))
                .toList();
        return pages.storeGroups(lease, page, fresh, next);
    }

    private Optional<Group> changed(AppGroup assigned, Optional<Instant> since) {
        Optional<Group> group = assigned.group().or(() -> okta.group(assigned.id()));
        boolean untouched = since.isPresent()
                && isBefore(assigned.assigned(), since.get())
                && group.filter(found -> isBefore(found.changed(), since.get())).isPresent();
        return untouched ? Optional.empty() : group;
    }

    private static boolean isBefore(Optional<Instant> time, Instant since) {
        return time.filter(known -> known.isBefore(since)).isPresent();
    }

    private void members() {
        for (StoredPage page : pages.list(lease.runId(), PageKind.GROUPS)) {
            for (FetchedGroup group : pages.groups(lease.runId(), page.page())) {
                members(group.oktaId());
            }
        }
    }

    private void members(String group) {
        try {
            new OktaList(pages, lease, PageKind.MEMBERS, group)
                    .read(
                            next -> okta.members(group, next),
                            (page, ids, next) -> pages.storeIds(lease, PageKind.MEMBERS, group, page, ids, next),
                            () -> {});
        } catch (OktaException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            // Deleted since the list was read: nobody is removed because of that.
            OktaList.require(pages.forget(lease, PageKind.MEMBERS, group));
        }
    }
}
