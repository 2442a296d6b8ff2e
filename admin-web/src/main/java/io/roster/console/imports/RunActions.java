package io.roster.console.imports;

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

/** Starts and stops runs of the import. A stop names its run: it may have ended, and another one begun. */
@Named
@RequestScoped
public class RunActions {

    private static final String STOP = "run:stop";

    @EJB
    private Imports imports;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private RefusalTexts refusals;

    /**
     * Does what the button that was pressed sends.
     *
     * @return the runs, by a redirect
     */
    public String act() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        try {
            if (sent.containsKey("run:full")) {
                start(ImportKind.FULL, false);
            } else if (sent.containsKey("run:incremental")) {
                start(ImportKind.INCREMENTAL, false);
            } else if (sent.containsKey("run:dry")) {
                start(ImportKind.FULL, true);
            } else if (sent.containsKey(STOP)) {
                imports.stop(sent.get(STOP));
                feedback.done(texts.of("import.stopping"));
            }
        } catch (ImportRunRefused e) {
            feedback.refused(refusals.of(e));
        }
        return "import-runs?faces-redirect=true";
    }

    private void start(ImportKind kind, boolean dryRun) {
        imports.start(kind, dryRun);
        feedback.done(texts.of(dryRun ? "import.started.dry" : "import.started"));
    }
}
