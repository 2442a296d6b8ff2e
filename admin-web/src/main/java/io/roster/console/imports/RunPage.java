package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.imports.Candidate;
import io.roster.imports.CandidateState;
import io.roster.imports.Candidates;
import io.roster.imports.ImportRun;
import io.roster.imports.Imports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One run of the import: what it read, what came of what it found, and what was refused and why. */
@Named
@RequestScoped
public class RunPage {

    private static final int PAGE = 50;

    @EJB
    private Imports imports;

    @EJB
    private Candidates candidates;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private RunLine line;
    private Map<CandidateState, Long> counts = Map.of();
    private CandidateState state;
    private int page;
    private boolean more;
    private List<CandidateLine> rows = List.of();

    /** Reads what the address names: 404 when there is no such run. */
    public void open() throws IOException {
        String id = Objects.requireNonNullElse(request.getParameter("id"), "");
        ImportRun run = imports.find(id).orElse(null);
        if (run == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "no such run");
            faces.responseComplete();
            return;
        }
        line = new RunLine(run, texts);
        counts = candidates.countsOf(run.id());
        page = ReviewAddress.number(request.getParameter("page"));
        state = chosen(request.getParameter("state"));
        if (state != null) {
            List<Candidate> found = candidates.of(run.id(), state, (page - 1) * PAGE, PAGE + 1);
            more = found.size() > PAGE;
            rows = (more ? found.subList(0, PAGE) : found)
                    .stream()
                            .map(each -> new CandidateLine(each, Map.of(), texts))
                            .toList();
        }
    }

    // What was refused first: it is what somebody has to look at.
    private CandidateState chosen(String key) {
        List<CandidateState> there = states();
        return there.stream()
                .filter(each -> ReviewAddress.key(each).equals(key))
                .findFirst()
                .orElse(there.isEmpty() ? null : there.get(0));
    }

    private List<CandidateState> states() {
        return List.of(
                        CandidateState.REFUSED,
                        CandidateState.APPLIED,
                        CandidateState.WAITING,
                        CandidateState.CONFIRMED,
                        CandidateState.IGNORED)
                .stream()
                .filter(counts::containsKey)
                .toList();
    }

    /** @return the ways to what came of what it found, with how many each */
    public List<ReviewList.Chip> getChips() {
        List<ReviewList.Chip> chips = new ArrayList<>();
        for (CandidateState each : states()) {
            chips.add(new ReviewList.Chip(
                    ReviewAddress.key(each), texts.of("count", counts.get(each)), address(each, 1), each == state));
        }
        return chips;
    }

    private String address(CandidateState of, int number) {
        return "import-run?id=" + line.getRun().id() + "&state=" + ReviewAddress.key(of)
                + (number > 1 ? "&page=" + number : "");
    }

    /** @return the run */
    public RunLine getLine() {
        return line;
    }

    /** @return what it found of the state that is shown */
    public List<CandidateLine> getRows() {
        return rows;
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (page - 1) * PAGE;
        return texts.of("pager.range", before + 1, before + rows.size(), counts.get(state));
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return more;
    }

    /** @return {@code true}: they are counted */
    public boolean isExact() {
        return true;
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return page;
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return address(state, number);
    }

    /** @return the address of the last page */
    public String getLast() {
        return pageAt((int) Math.max(1, (counts.get(state) + PAGE - 1) / PAGE));
    }
}
