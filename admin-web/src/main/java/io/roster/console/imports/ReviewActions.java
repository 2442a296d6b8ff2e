package io.roster.console.imports;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.imports.CandidateRefused;
import io.roster.imports.Candidates;
import io.roster.imports.Decision;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Map;

/**
 * What an administrator decides about one candidate of the list. A button sends what it does, and about which: the list
 * may be another one by now. Each ends where it began, with a message.
 */
@Named
@RequestScoped
public class ReviewActions {

    @EJB
    private Candidates candidates;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private RefusalTexts refusals;

    /**
     * Decides what the button that was pressed sends.
     *
     * @return the list, by a redirect
     */
    public String act() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        ReviewAddress list =
                ReviewAddress.parse(null, sent.get("state"), sent.get("kind"), sent.get("q"), sent.get("page"));
        for (Decision decision : Decision.values()) {
            String id = sent.get(ReviewAddress.key(decision));
            if (id != null) {
                decide(decision, id, list, Instant.ofEpochMilli(millis(sent.get("seen"))));
            }
        }
        return list.outcome();
    }

    private void decide(Decision decision, String id, ReviewAddress list, Instant seen) {
        try {
            String name = candidates.find(id).map(each -> each.oktaName()).orElse(id);
            candidates.decide(decision, id, list.query().state(), seen);
            String said = "import.decided." + ReviewAddress.key(decision);
            feedback.done(texts.of(said, name));
        } catch (CandidateRefused e) {
            feedback.refused(refusals.of(e));
        }
    }

    /** What is no time is one that nothing was found before. */
    static long millis(String text) {
        return text == null || !text.matches("\\d{1,15}") ? 0 : Long.parseLong(text);
    }
}
