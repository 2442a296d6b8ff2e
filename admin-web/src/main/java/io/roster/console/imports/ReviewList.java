package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.imports.Candidate;
import io.roster.imports.CandidateKind;
import io.roster.imports.CandidateMatch;
import io.roster.imports.CandidateQuery;
import io.roster.imports.CandidateState;
import io.roster.imports.Candidates;
import io.roster.imports.RosterSide;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What imports found to do. All of its state is in its address. */
@Named
@RequestScoped
public class ReviewList {

    private static final int PAGE = 50;

    // In the order in which somebody would go about it
    private static final List<CandidateKind> KINDS = List.of(
            CandidateKind.CONFLICT,
            CandidateKind.PARTIAL,
            CandidateKind.EXACT,
            CandidateKind.NEW,
            CandidateKind.UPDATE,
            CandidateKind.REACTIVATE,
            CandidateKind.DEACTIVATE);

    @EJB
    private Candidates candidates;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private final Instant now = Instant.now();
    private ReviewAddress address;
    private Map<CandidateState, Map<CandidateKind, Long>> counts;
    private List<CandidateLine> rows;
    private long total;
    private boolean more;

    @PostConstruct
    void load() {
        address = ReviewAddress.parse(
                request.getParameter("preview"),
                request.getParameter("state"),
                request.getParameter("kind"),
                request.getParameter("q"),
                request.getParameter("page"));
        counts = candidates.counts(getPreview());
        if (!getPreview().isEmpty() && request.getParameter("state") == null) {
            // What the settings confirm by themselves waits for nobody, so there may be nothing else.
            counts.keySet().stream()
                    .findFirst()
                    .ifPresent(state ->
                            address = address.with(state, address.query().kind()));
        }
        CandidateQuery query = address.query();
        total = count(query.state(), query.kind());
        if (query.search() == null) {
            address = address.withPage((int) Math.max(1, Math.min(address.page(), (total + PAGE - 1) / PAGE)));
        }
        List<Candidate> found = candidates.page(query, (address.page() - 1) * PAGE, PAGE + 1);
        more = found.size() > PAGE;
        rows = lines(more ? found.subList(0, PAGE) : found);
    }

    private List<CandidateLine> lines(List<Candidate> found) {
        Set<String> ids = new HashSet<>();
        for (Candidate each : found) {
            if (each.rosterId() != null) {
                ids.add(each.rosterId());
            }
            each.matches().stream().map(CandidateMatch::id).forEach(ids::add);
        }
        Map<String, RosterSide> sides = candidates.sides(ids);
        return found.stream().map(each -> new CandidateLine(each, sides, texts)).toList();
    }

    private long count(CandidateState state, CandidateKind kind) {
        Map<CandidateKind, Long> of = counts.getOrDefault(state, Map.of());
        return kind == null ? of.values().stream().mapToLong(Long::longValue).sum() : of.getOrDefault(kind, 0L);
    }

    /** @return the candidates on this page */
    public List<CandidateLine> getRows() {
        return rows;
    }

    /** @return how many wait for a decision, in words */
    public String getWaiting() {
        return texts.of("count", count(CandidateState.WAITING, null));
    }

    /** @return how many the list has; those of its kind and state where something is searched for */
    public long getTotal() {
        return total;
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (address.page() - 1) * PAGE;
        return isExact()
                ? texts.of("pager.range", before + 1, before + rows.size(), total)
                : texts.of("sync.runs.range", before + 1, before + rows.size());
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
        return pageAt((int) Math.max(1, (total + PAGE - 1) / PAGE));
    }

    /** @return whether the list leaves out some of those that wait */
    public boolean isFiltered() {
        CandidateQuery query = address.query();
        return query.search() != null || query.kind() != null || query.state() != CandidateState.WAITING;
    }

    /** @return the ways to each kind of which there are some in this state, and to all of them */
    public List<Chip> getKinds() {
        List<Chip> chips = new ArrayList<>();
        chips.add(chip(null));
        KINDS.stream()
                .filter(kind -> count(address.query().state(), kind) > 0
                        || kind == address.query().kind())
                .map(this::chip)
                .forEach(chips::add);
        return chips;
    }

    private Chip chip(CandidateKind kind) {
        CandidateState state = address.query().state();
        return new Chip(
                ReviewAddress.key(kind),
                texts.of("count", count(state, kind)),
                address.with(state, kind).toString(),
                kind == address.query().kind());
    }

    /**
     * A way to another part of the list.
     *
     * @param key the end of the bundle's key
     * @param count how many are there, in words
     * @param to its address
     * @param here whether it is shown
     */
    public record Chip(String key, String count, String to, boolean here) {}

    /** @return every state */
    public List<String> getStates() {
        return List.of(CandidateState.values()).stream().map(ReviewAddress::key).toList();
    }

    /**
     * @param key of a state
     * @return the state with how many there are, in words
     */
    public String state(String key) {
        CandidateState state =
                ReviewAddress.parse(null, key, null, null, null).query().state();
        return texts.of("import.state.count", texts.word("import.state", key), count(state, null));
    }

    /** @return the chosen state */
    public String getState() {
        return ReviewAddress.key(address.query().state());
    }

    /** @return the chosen kind */
    public String getKind() {
        return ReviewAddress.key(address.query().kind());
    }

    /** @return what is searched for, as it was typed */
    public String getSearch() {
        return address.query().search();
    }

    /** @return the dry run that found it; empty for what is to be done */
    public String getPreview() {
        return address.query().preview();
    }

    /** @return when this was read, in milliseconds: later finds are not decided about */
    public long getSeen() {
        return now.toEpochMilli();
    }

    /**
     * @param decision of all that the list finds
     * @return the address of the page that asks whether to
     */
    public String all(String decision) {
        String parameters = address.withPage(1).parameters();
        return "import-decide?decision=" + decision + "&seen=" + getSeen()
                + (parameters.isEmpty() ? "" : "&" + parameters);
    }
}
