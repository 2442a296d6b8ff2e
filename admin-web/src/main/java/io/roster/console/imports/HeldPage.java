package io.roster.console.imports;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.imports.ImportRules;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportRunRefused;
import io.roster.imports.ImportSettings;
import io.roster.imports.Imports;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;

/** Decides about the run that the safeguard holds. Of two administrators the second one is told. */
@Named
@ViewScoped
public class HeldPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Imports imports;

    @EJB
    private ImportRules rules;

    @Inject
    private RunPulse pulse;

    @Inject
    private Identity identity;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private RefusalTexts refusals;

    private String runId;
    private long leaving;
    private Integer appThreshold;
    private Integer orgThreshold;

    /** Reads what is held; where nothing is, the page says so. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!identity.isAdministrator()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
            return;
        }
        ImportRun held = pulse.read();
        if (held != null && new RunLine(held, texts).isHeld()) {
            runId = held.id();
            leaving = held.orgLeaving() == null ? 0 : held.orgLeaving();
            ImportSettings plan = rules.settings();
            appThreshold = plan.appThreshold();
            orgThreshold = plan.orgThreshold();
        }
    }

    /**
     * Lets the run apply what it found.
     *
     * @return the runs, by a redirect
     */
    public String allow() {
        return decide("import.held.allowed", () -> imports.allow(runId));
    }

    /**
     * Ends the run.
     *
     * @return the runs, by a redirect
     */
    public String cancel() {
        return decide("import.held.cancelled", () -> imports.cancel(runId));
    }

    /**
     * Saves other thresholds and has the safeguard look again.
     *
     * @return the runs, by a redirect
     */
    public String change() {
        return decide("import.held.changed", () -> {
            rules.limit(appThreshold, orgThreshold);
            imports.reconsider(runId);
        });
    }

    private String decide(String said, Runnable decision) {
        try {
            decision.run();
            feedback.done(texts.of(said));
        } catch (ImportRunRefused e) {
            feedback.refused(refusals.of(e));
        }
        pulse.read();
        return "import-runs?faces-redirect=true";
    }

    /** @return whether a run is held */
    public boolean isHeld() {
        return runId != null;
    }

    /** @return how many people it would deactivate */
    public long getLeaving() {
        return leaving;
    }

    /** @return per cent of the people linked with Okta; {@code null} for any */
    public Integer getAppThreshold() {
        return appThreshold;
    }

    public void setAppThreshold(Integer appThreshold) {
        this.appThreshold = appThreshold;
    }

    /** @return per cent of all active people; {@code null} for any */
    public Integer getOrgThreshold() {
        return orgThreshold;
    }

    public void setOrgThreshold(Integer orgThreshold) {
        this.orgThreshold = orgThreshold;
    }
}
