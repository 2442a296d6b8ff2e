package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.imports.ImportKind;
import io.roster.imports.ImportRules;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportSettings;
import io.roster.imports.ImportStep;
import io.roster.okta.OktaSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** What goes on: the latest run of the import, and whether one can be started. */
@Named
@RequestScoped
public class RunNow {

    @Inject
    private RunPulse pulse;

    @EJB
    private OktaSettings okta;

    @EJB
    private ImportRules rules;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private RunLine latest;
    private ImportSettings plan;

    @PostConstruct
    void load() {
        boolean again = request.getRequestURI().endsWith("/import-now");
        ImportRun run = again ? pulse.recent() : pulse.read();
        latest = run == null ? null : new RunLine(run, texts);
    }

    /** @return the run that began last; {@code null} when there was none */
    public RunLine getLatest() {
        return latest;
    }

    /** @return whether a run goes on */
    public boolean isGoingOn() {
        return latest != null && latest.isGoingOn();
    }

    /** @return whether another run could begin: none goes on or is held */
    public boolean isFree() {
        return latest == null || !latest.isGoingOn() && !latest.isHeld();
    }

    /** @return the steps of the run that goes on, in their order */
    public List<StepLine> getSteps() {
        int at = latest.getRun().step().ordinal();
        List<StepLine> steps = new ArrayList<>();
        for (ImportStep step : ImportStep.values()) {
            if (step.compareTo(ImportStep.MATCH) > 0 && latest.getRun().kind() == ImportKind.COMPARISON) {
                continue;
            }
            boolean passed = step.ordinal() < at;
            steps.add(new StepLine(
                    ReviewAddress.key(step), passed ? "passed" : step.ordinal() == at ? "current" : "ahead"));
        }
        return steps;
    }

    /**
     * A step of a run.
     *
     * @param key the end of the bundle's key
     * @param state passed, current or ahead
     */
    public record StepLine(String key, String state) {}

    /** @return changes when a page that shows more than the numbers is to be read anew */
    public String getStamp() {
        return latest == null ? "none" : latest.getRun().id() + '-' + latest.getState();
    }

    /** @return how imports go about it */
    public ImportSettings getPlan() {
        if (plan == null) {
            plan = rules.settings();
        }
        return plan;
    }

    /** @return why nothing can be imported: the end of the bundle's key; {@code null} where it can */
    public String getMissing() {
        if (okta.read().getUrl() == null) {
            return "connection";
        }
        return getPlan().appId() == null ? "app" : null;
    }
}
