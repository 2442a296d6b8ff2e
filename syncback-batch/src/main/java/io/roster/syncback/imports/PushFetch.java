package io.roster.syncback.imports;

import io.roster.drift.DriftComparison;
import io.roster.drift.PushMapping;
import io.roster.imports.FetchedGroup;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.PageKind;
import io.roster.imports.StoredPage;
import io.roster.syncback.okta.GroupPush;
import io.roster.syncback.okta.OktaException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads for a comparison what group push does. Where Okta does not tell, the comparison goes on without it, and says why.
 *
 * @param okta what to ask
 * @param pages where they are stored
 * @param lease of the run
 */
record PushFetch(ImportOkta okta, ImportPages pages, ImportLease lease) {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    void all() {
        if (pages.last(lease.runId(), PageKind.PUSHED, DriftComparison.REFUSED).isPresent()) {
            return;
        }
        Set<String> assigned = new HashSet<>();
        for (StoredPage page : pages.list(lease.runId(), PageKind.GROUPS)) {
            pages.groups(lease.runId(), page.page()).stream()
                    .map(FetchedGroup::oktaId)
                    .forEach(assigned::add);
        }
        try {
            new OktaList(pages, lease, PageKind.PUSHED, DriftComparison.MAPPINGS)
                    .read(
                            okta::pushMappings,
                            (page, mappings, next) -> store(page, mappings, next, assigned),
                            () -> {});
        } catch (OktaException e) {
            if (e.status() != FORBIDDEN && e.status() != NOT_FOUND) {
                throw e;
            }
            OktaList.require(
                    pages.storeIds(lease, PageKind.PUSHED, DriftComparison.REFUSED, 0, List.of(e.getMessage()), null));
        }
    }

    private boolean store(int page, List<GroupPush> mappings, String next, Set<String> assigned) {
        List<String> texts = mappings.stream()
                .map(mapping -> stored(mapping, assigned).stored())
                .toList();
        return pages.storeIds(lease, PageKind.PUSHED, DriftComparison.MAPPINGS, page, texts, next);
    }

    private PushMapping stored(GroupPush mapping, Set<String> assigned) {
        boolean isNamed = !mapping.status().equals("ERROR") || assigned.contains(mapping.sourceId());
        return new PushMapping(
                mapping.id(),
                mapping.sourceId(),
                mapping.targetId(),
                isNamed
                        ? ""
                        : okta.group(mapping.sourceId())
                                .map(group -> group.name())
                                .orElse(""),
                mapping.status(),
                assigned.contains(mapping.sourceId()),
                mapping.error(),
                mapping.lastPush().orElse(null));
    }
}
