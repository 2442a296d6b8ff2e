package io.roster.console.imports;

import io.roster.audit.Timeline;
import io.roster.console.history.EventHistory;
import io.roster.console.people.EventRow;
import io.roster.imports.Candidates;
import io.roster.imports.RosterSide;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a run of the import did to people and groups, whichever run had found it, in the order in which it did it. */
@Named
@RequestScoped
public class AppliedList {

    private static final int PAGE = 50;

    @EJB
    private Timeline timeline;

    @EJB
    private Candidates candidates;

    @Inject
    private HttpServletRequest request;

    private EventHistory page;
    private Map<String, RosterSide> present;

    @PostConstruct
    void load() {
        String run = Objects.requireNonNullElse(request.getParameter("id"), "");
        page = new EventHistory(
                "import-run?id=" + run + '&',
                request.getParameter("from"),
                PAGE,
                (after, count) -> timeline.ofRequest(run, after, count));
        List<String> ids = page.getRows().stream()
                .map(EventRow::getResourceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        present = candidates.sides(ids);
    }

    /** @return a page of events */
    public EventHistory getPage() {
        return page;
    }

    /**
     * @param row an event
     * @return whether it is about a person who is still there
     */
    public boolean isPerson(EventRow row) {
        RosterSide side = present.get(row.getResourceId());
        return side != null && side.userName() != null;
    }

    /**
     * @param row an event
     * @return whom it is about, by the name of today; by the one of then where there is nobody any more
     */
    public String name(EventRow row) {
        RosterSide side = present.get(row.getResourceId());
        return side == null ? row.getResourceName() : side.name();
    }
}
