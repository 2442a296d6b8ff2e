package io.roster.console.imports;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.imports.CandidateRefused;
import io.roster.imports.CandidateState;
import io.roster.imports.Candidates;
import io.roster.imports.RosterSide;
import io.roster.user.People;
import io.roster.user.PeopleQuery;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the person with whom a user of Okta is to be linked. */
@Named
@ViewScoped
public class ChoosePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    @EJB
    private Candidates candidates;

    @EJB
    private People people;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Identity identity;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    @Inject
    private RefusalTexts refusals;

    private String id;
    private String search;
    private CandidateState state;
    private Instant seen;

    // Not part of a session that is written to the database
    private transient CandidateLine line;
    private transient List<RosterSide> found;

    /** Reads whom the address names: 404 where nobody is to be chosen for it. */
    public void open() throws IOException {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
        search = request.getParameter("q");
        seen = Instant.now();
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!identity.isAdministrator()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
        } else if (getLine() == null || !getLine().isChosen()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "nobody to be chosen");
            faces.responseComplete();
        } else {
            state = getLine().getRow().state();
        }
    }

    /** @return for whom somebody is chosen */
    public CandidateLine getLine() {
        if (line == null) {
            line = candidates
                    .find(id)
                    .map(each -> new CandidateLine(
                            each,
                            candidates.sides(each.matches().stream()
                                    .map(match -> match.id())
                                    .toList()),
                            texts))
                    .orElse(null);
        }
        return line;
    }

    /** @return whom to begin with: what was searched for, otherwise the name in Okta */
    public String getSearch() {
        return search == null ? getLine().getTitle() : search;
    }

    /** @return people whose name, userName or address begins with what is searched for; before a search, who matches first */
    public List<RosterSide> getFound() {
        if (found == null) {
            found = getSearch().isBlank() ? List.of() : search(getSearch().strip());
        }
        return found;
    }

    private List<RosterSide> search(String begin) {
        PeopleQuery query = new PeopleQuery(begin, null, null, null, PeopleQuery.Sort.NAME, false);
        Set<String> ids = new LinkedHashSet<>();
        if (search == null) {
            getLine().getRow().matches().forEach(match -> ids.add(match.id()));
        }
        people.page(query, 0, MOST).people().forEach(person -> ids.add(person.getId()));
        Map<String, RosterSide> sides = candidates.sides(ids);
        return ids.stream().map(sides::get).filter(Objects::nonNull).toList();
    }

    /**
     * Chooses somebody.
     *
     * @param personId the SCIM id
     * @return the list, by a redirect
     */
    public String choose(String personId) {
        try {
            String name = getLine() == null ? id : getLine().getTitle();
            candidates.choose(id, personId, state, seen);
            String person = candidates.sides(List.of(personId)).get(personId).name();
            feedback.done(texts.of("import.decided.choose", name, person));
        } catch (CandidateRefused e) {
            feedback.refused(refusals.of(e));
        }
        return ReviewAddress.parse(null, ReviewAddress.key(state), null, null, null)
                .outcome();
    }
}
