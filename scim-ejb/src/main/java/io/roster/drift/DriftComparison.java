package io.roster.drift;

import io.roster.imports.ComparedGroup;
import io.roster.imports.Comparisons;
import io.roster.imports.FetchedGroup;
import io.roster.imports.FetchedUser;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.PageKind;
import io.roster.imports.StoredPage;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnections;
import io.roster.outbox.SyncbackRuns;
import io.roster.persistence.Conflicts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The step of a comparison that notes what differs, page by page of what was read of Okta. Nobody is changed. For the job.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DriftComparison {

    /** The {@code ownerId} of the page that says why Okta does not tell of group push. */
    public static final String REFUSED = "refused";

    /** The {@code ownerId} of pages of push mappings. */
    public static final String MAPPINGS = "mappings";

    @EJB
    private Comparisons comparisons;

    @EJB
    private ImportPages pages;

    @EJB
    private OktaConnections connections;

    @EJB
    private SyncbackRuns syncback;

    @EJB
    private DriftWriter writer;

    /**
     * Compares the next page. It may be called again after a kill at any point: a page that was compared is not compared
     * again.
     *
     * @param lease of the run
     * @return whether there may be more to do; false, too, when another server has the run
     */
    public boolean step(ImportLease lease) {
        Optional<Comparisons.Page> next = comparisons.next(lease.runId());
        return next.isPresent() && Conflicts.retried(() -> writer.write(lease, next.get(), rows(next.get())));
    }

    private List<Drift> rows(Comparisons.Page page) {
        if (page.kind() == PageKind.USERS) {
            PersonDrift people = people();
            return page.users().stream()
                    .flatMap(user -> people.of(user).stream())
                    .toList();
        }
        List<String> told = page.groups().stream().flatMap(GroupDrift::told).toList();
        Map<String, String> names = comparisons.names(told);
        return page.groups().stream().map(group -> GroupDrift.of(group, names)).toList();
    }

    private PersonDrift people() {
        OktaAttributes attributes = connections.attributes();
        return new PersonDrift(syncback.settings().enabled() ? attributes : null);
    }

    /**
     * Notes which groups are assigned no more and what group push does, and shows this comparison from now on in the place
     * of the last one.
     *
     * @param lease of the run
     * @return false when another server has the run
     */
    public boolean finish(ImportLease lease) {
        String runId = lease.runId();
        List<Drift> gone =
                comparisons.groupsGone(runId).stream().map(GroupDrift::gone).toList();
        Optional<String> refused =
                pages.ids(runId, PageKind.PUSHED, REFUSED, 0).stream().findFirst();
        return Conflicts.retried(() -> writer.show(lease, gone, mappings(runId), refused.orElse(null)));
    }

    /** Those that want attention: of a group through which the app is assigned too, or in error. */
    private List<PushMapping> mappings(String runId) {
        Map<String, String> assigned = new HashMap<>();
        for (StoredPage page : pages.list(runId, PageKind.GROUPS)) {
            for (FetchedGroup group : pages.groups(runId, page.page())) {
                assigned.put(group.oktaId(), group.name());
            }
        }
        List<PushMapping> mappings = new ArrayList<>();
        for (StoredPage page : pages.list(runId, PageKind.PUSHED)) {
            if (page.ownerId().equals(MAPPINGS)) {
                pages.ids(runId, PageKind.PUSHED, MAPPINGS, page.page()).stream()
                        .map(PushMapping::read)
                        .map(mapping -> mapping.of(
                                assigned.getOrDefault(mapping.sourceId(), mapping.name()),
                                assigned.containsKey(mapping.sourceId())))
                        .filter(mapping -> mapping.assigned() || mapping.isInError())
                        .forEach(mappings::add);
            }
        }
        return mappings;
    }

    /** What differs about a user who was read just now. */
    public Optional<Drift> now(FetchedUser user) {
        return people().of(comparisons.users(List.of(user)).get(0));
    }

    /**
     * Compares one user again, as they are now.
     *
     * @param id of the row
     * @param user read just now
     */
    public void again(String id, FetchedUser user) {
        Optional<Drift> now = now(user);
        Conflicts.retried(() -> writer.replace(id, now.orElse(null)));
    }

    /**
     * Compares one group again, as it is now.
     *
     * @param id of the row
     * @param group as {@link Comparisons#groups} found it; {@code null} where nothing differs
     */
    public void again(String id, ComparedGroup group) {
        Drift now = group == null
                ? null
                : GroupDrift.of(group, comparisons.names(GroupDrift.told(group).toList()));
        Conflicts.retried(() -> writer.replace(id, now));
    }
}
