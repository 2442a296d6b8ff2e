package io.roster.console.imports;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.imports.CandidateKind;
import io.roster.imports.CandidateQuery;
import io.roster.imports.Candidates;
import io.roster.imports.Decision;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks whether to decide about many candidates, and says in numbers what that means. */
@Named
@ViewScoped
public class DecidePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Candidates candidates;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Identity identity;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    private final ArrayList<String> picked = new ArrayList<>();
    private final EnumMap<CandidateKind, Integer> counts = new EnumMap<>(CandidateKind.class);
    private Decision decision;
    private String state;
    private String kind;
    private String search;
    private Instant seen;

    /** Reads what is to be decided about which; only administrators get here. */
    public void open() throws IOException {
        String[] ids = request.getParameterValues("id");
        picked.addAll(ids == null ? List.of() : List.of(ids));
        state = request.getParameter("state");
        kind = request.getParameter("kind");
        search = request.getParameter("q");
        seen = Instant.ofEpochMilli(ReviewActions.millis(request.getParameter("seen")));
        decision = decision(request.getParameter("decision"));
        if (!identity.isAdministrator() || decision == null || !decision.isPossibleFrom(query().state())) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext()
                    .responseSendError(
                            identity.isAdministrator()
                                    ? HttpServletResponse.SC_NOT_FOUND
                                    : HttpServletResponse.SC_FORBIDDEN,
                            "no such decision");
            faces.responseComplete();
            return;
        }
        for (CandidateKind each : CandidateKind.values()) {
            CandidateQuery query = query();
            if (query.kind() == null || query.kind() == each) {
                int count = candidates.count(
                        decision,
                        new CandidateQuery(query.preview(), query.state(), each, query.search()),
                        picked,
                        seen);
                if (count > 0) {
                    counts.put(each, count);
                }
            }
        }
    }

    private static Decision decision(String name) {
        for (Decision each : Decision.values()) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        return null;
    }

    /**
     * Decides.
     *
     * @return the list, by a redirect
     */
    public String decide() {
        int decided = candidates.decide(decision, query(), picked, seen);
        String said = "import.decided.many." + getKey();
        feedback.tell(decided > 0, texts.of(said, decided, getCount() - decided));
        return address().outcome();
    }

    private CandidateQuery query() {
        return address().query();
    }

    private ReviewAddress address() {
        return ReviewAddress.parse(null, state, kind, search, null);
    }

    /** @return the end of the bundle's key for the decision */
    public String getKey() {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    /** @return how many it would be about */
    public int getCount() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return what would be done to how many, in words */
    public List<String> getParts() {
        List<String> parts = new ArrayList<>();
        String key = decision == Decision.CONFIRM ? "import.effect" : "import.part";
        for (Map.Entry<CandidateKind, Integer> each : counts.entrySet()) {
            parts.add(texts.of(key + '.' + ReviewAddress.key(each.getKey()), each.getValue()));
        }
        return parts;
    }

    /** @return how many of those that were picked it cannot be about, or that are no longer so */
    public int getLeft() {
        return picked.isEmpty() ? 0 : picked.size() - getCount();
    }

    /** @return the address of the list */
    public String getList() {
        return address().toString();
    }
}
