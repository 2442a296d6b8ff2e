package io.roster.syncback.imports;

import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.PageKind;
import io.roster.imports.StoredPage;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.OktaPage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one of Okta's lists to its end and stores each page as it comes; where some are stored already, behind these.
 *
 * @param pages where they are stored
 * @param lease of the run
 * @param kind of what the list is
 * @param owner the group for members, otherwise empty
 */
record OktaList(ImportPages pages, ImportLease lease, PageKind kind, String owner) {

    /**
     * Stores a page.
     *
     * @param <T> what the list is of
     */
    @FunctionalInterface
    interface Store<T> {

        /** {@return false when another server has the run} */
        boolean store(int page, List<T> items, String next);
    }

    /**
     * Reads it.
     *
     * @param read gets a page by its link, the first one by {@code null}
     * @param store stores one
     * @param again forgets what is known of the pages so far, for they are read anew
     * @param <T> what the list is of
     */
    <T> void read(Function<String, OktaPage<T>> read, Store<T> store, Runnable again) {
        Optional<StoredPage> last = pages.last(lease.runId(), kind, owner);
        if (last.isPresent() && last.get().nextLink() == null) {
            return;
        }
        int page = last.map(stored -> stored.page() + 1).orElse(0);
        String link = last.map(StoredPage::nextLink).orElse(null);
        Set<String> followed = new HashSet<>();
        boolean afresh = false;
        for (boolean more = true; more; ) {
            OktaPage<T> found;
            try {
                found = read.apply(link);
            } catch (OktaException e) {
                if (afresh || link == null || !isOfLink(e)) {
                    throw e;
                }
                // Okta's links last for some time only. Once: a list that breaks off each time is no list.
                afresh = true;
                require(pages.forget(lease, kind, owner));
                again.run();
                page = 0;
                link = null;
                followed.clear();
                continue;
            }
            link = found.next();
            if (link != null && !followed.add(link)) {
                throw new ImportFailure(
                        "Okta's list of " + kind + " does not end: its page " + (page + 1)
                                + " leads to one that was read before. Nothing was applied.",
                        null);
            }
            require(store.store(page++, found.items(), link));
            more = link != null;
        }
    }

    private static boolean isOfLink(OktaException e) {
        return e.status() == 400 || e.status() == 404 || e.status() == 410;
    }

    static void require(boolean mine) {
        if (!mine) {
            throw new Interrupted();
        }
    }
}
