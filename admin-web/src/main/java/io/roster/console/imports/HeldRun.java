package io.roster.console.imports;

import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.imports.ImportRules;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportSettings;
import io.roster.imports.ImportState;
import io.roster.imports.LinkedPeople;
import io.roster.imports.Safeguard;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The run that the safeguard holds, for the banner on every page: the numbers and the formula. */
@Named
@RequestScoped
public class HeldRun {

    private static final double TENTHS = 1_000.0;

    @Inject
    private RunPulse pulse;

    @EJB
    private ImportRules rules;

    @Inject
    private Identity identity;

    @Inject
    private Texts texts;

    private ImportRun run;
    private ImportSettings plan;

    @PostConstruct
    void load() {
        ImportRun last = identity.isSignedIn() ? pulse.recent() : null;
        if (last != null && last.state() == ImportState.HELD) {
            run = last;
            plan = rules.settings();
        }
    }

    /** @return whether one is held */
    public boolean isThere() {
        return run != null;
    }

    /** @return the run; {@code null} where none is held */
    public ImportRun getRun() {
        return run;
    }

    /** @return what was counted, with its formula: a sentence for each threshold that is exceeded */
    public List<String> getFormulas() {
        Safeguard counted = new Safeguard(run.appTotal(), run.appLeaving(), run.orgTotal(), run.orgLeaving());
        List<String> formulas = new ArrayList<>();
        if (counted.stopsByApp(plan.appThreshold())) {
            formulas.add(formula("import.held.app", counted.appLeaving(), counted.appTotal(), plan.appThreshold()));
        }
        if (counted.stopsByOrg(plan.orgThreshold())) {
            formulas.add(formula("import.held.org", counted.orgLeaving(), counted.orgTotal(), plan.orgThreshold()));
        }
        return formulas;
    }

    // Rounded up, so that 20.04 % do not read like the 20 % that pass.
    private String formula(String key, long leaving, long total, int threshold) {
        return texts.of(key, leaving, total, Math.ceil(leaving * TENTHS / total) / 10, threshold);
    }

    /** @return how many people would be deactivated */
    public long getLeaving() {
        return run.orgLeaving() == null ? 0 : run.orgLeaving();
    }

    /** @return whether there may be more than that, whom the run did not read any more */
    public boolean isAtLeast() {
        return getLeaving() >= LinkedPeople.COUNTED;
    }
}
