package io.roster.console.drift;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.imports.ImportKind;
import io.roster.imports.ImportRunRefused;
import io.roster.imports.Imports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Starts and stops comparisons. A stop names its run: it may have ended, and another one begun. */
@Named
@RequestScoped
public class DriftActions {

    private static final String STOP = "run:stop";

    @EJB
    private Imports imports;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    /**
     * Does what the button that was pressed sends.
     *
     * @return the page again, by a redirect
     */
    public String act() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        try {
            if (sent.containsKey("run:compare")) {
                imports.start(ImportKind.COMPARISON, false);
                feedback.done(texts.of("drift.started"));
            } else if (sent.containsKey(STOP)) {
                imports.stop(sent.get(STOP));
                feedback.done(texts.of("drift.stopping"));
            }
        } catch (ImportRunRefused e) {
            feedback.refused(texts.word("import.run.refused", e.reason()));
        }
        return "drift?faces-redirect=true";
    }
}
