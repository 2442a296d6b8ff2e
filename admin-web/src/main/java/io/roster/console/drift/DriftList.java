package io.roster.console.drift;

import io.roster.console.reader.Texts;
import io.roster.drift.Drift;
import io.roster.drift.DriftKind;
import io.roster.drift.Drifts;
import io.roster.drift.PushMapping;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the last comparison found. All of its state is in its address. */
@Named
@RequestScoped
public class DriftList {

    private static final int PAGE = 50;

    @EJB
    private Drifts drifts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private DriftAddress address;
    private Drifts.Shown shown;
    private Map<Boolean, Map<DriftKind, Long>> counts;
    private List<PushMapping> mappings;
    private List<DriftLine> rows;
    private boolean more;

    @PostConstruct
    void load() {
        address = DriftAddress.parse(
                request.getParameter("of"),
                request.getParameter("kind"),
                request.getParameter("q"),
                request.getParameter("page"));
        shown = drifts.shown();
        counts = drifts.counts();
        mappings = drifts.mappings();
        List<Drift> found = drifts.page(address.query(), (address.page() - 1) * PAGE, PAGE + 1);
        more = found.size() > PAGE;
        rows = (more ? found.subList(0, PAGE) : found)
                .stream().map(row -> new DriftLine(row, texts)).toList();
    }

    /** @return the comparison that is shown */
    public Drifts.Shown getShown() {
        return shown;
    }

    /** @return the rows of this page */
    public List<DriftLine> getRows() {
        return rows;
    }

    /** @return push mappings of groups through which the app is assigned, too */
    public List<PushMapping> getTwice() {
        return mappings.stream().filter(PushMapping::assigned).toList();
    }

    /** @return push mappings in error */
    public List<PushMapping> getFailed() {
        return mappings.stream().filter(PushMapping::isInError).toList();
    }

    /** @return how many people and groups differ, in words */
    public String getTotal() {
        return texts.of("count", count(false, null) + count(true, null));
    }

    private long count(boolean groups, DriftKind kind) {
        Map<DriftKind, Long> of = counts.get(groups);
        return kind == null ? of.values().stream().mapToLong(Long::longValue).sum() : of.getOrDefault(kind, 0L);
    }

    /** @return the ways to people and to groups, with how many of them differ */
    public List<Chip> getResources() {
        return List.of(resource(false), resource(true));
    }

    private Chip resource(boolean groups) {
        return new Chip(
                groups ? "groups" : "people",
                texts.of("count", count(groups, null)),
                address.with(groups, null).toString(),
                groups == address.query().groups());
    }

    /** @return the ways to each kind of which there are some, and to all of them */
    public List<Chip> getKinds() {
        List<Chip> chips = new ArrayList<>();
        chips.add(chip(null));
        for (DriftKind kind : DriftKind.values()) {
            if (count(address.query().groups(), kind) > 0
                    || kind == address.query().kind()) {
                chips.add(chip(kind));
            }
        }
        return chips;
    }

    private Chip chip(DriftKind kind) {
        boolean groups = address.query().groups();
        return new Chip(
                DriftAddress.key(kind),
                texts.of("count", count(groups, kind)),
                address.with(groups, kind).toString(),
                kind == address.query().kind());
    }

    /**
     * A way to another part of the list.
     *
     * @param key the end of the bundle's key
     * @param count how many are there, in words
     * @param to its address
     * @param here whether it is the one that is shown
     */
    public record Chip(String key, String count, String to, boolean here) {}

    /** @return what the list is of: {@code groups}, or {@code null} for people */
    public String getOf() {
        return address.query().groups() ? "groups" : null;
    }

    /** @return the key of the kind */
    public String getKind() {
        return DriftAddress.key(address.query().kind());
    }

    /** @return what is searched for */
    public String getSearch() {
        return address.query().search();
    }

    /** @return whether the list leaves out some people, or some groups */
    public boolean isFiltered() {
        return address.query().search() != null || address.query().kind() != null;
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (address.page() - 1) * PAGE;
        return isExact()
                ? texts.of("pager.range", before + 1, before + rows.size(), total())
                : texts.of("sync.runs.range", before + 1, before + rows.size());
    }

    private long total() {
        return count(address.query().groups(), address.query().kind());
    }

    /** @return whether it is known where the list ends */
    public boolean isExact() {
        return address.query().search() == null;
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return more;
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return address.page();
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return address.withPage(number).toString();
    }

    /** @return the address of the last page */
    public String getLast() {
        return pageAt((int) Math.max(1, (total() + PAGE - 1) / PAGE));
    }
}
