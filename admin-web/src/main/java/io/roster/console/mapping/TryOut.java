package io.roster.console.mapping;

import io.roster.console.reader.Texts;
import io.roster.imports.AttributeMapping;
import io.roster.imports.ImportRefused;
import io.roster.imports.ImportRules;
import io.roster.imports.ImportSettings;
import io.roster.imports.MappingTrial;
import io.roster.imports.MappingTrial.Outcome;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Tries what stands in the inputs, saved or not, on somebody of Okta. */
@Named
@RequestScoped
public class TryOut {

    @EJB
    private ImportRules rules;

    @Inject
    private ImportSettingsPage settingsPage;

    @Inject
    private MappingPage mappingPage;

    @Inject
    private RefusedRule refusedRule;

    @Inject
    private Texts texts;

    private String login;
    private MappingTrial trial;
    private String refusal;

    /** Tries the username format that is typed, and all mappings that are saved. */
    public void all() {
        try {
            ImportSettings settings = settingsPage.getForm().settings(rules);
            run(settings, rules.read().mappings());
        } catch (ImportRefused refused) {
            refusal = refusedRule.words(refused);
        }
    }

    /** Tries the mapping that is typed. */
    public void one() {
        run(rules.read().settings(), List.of(mappingPage.typed()));
        if (trial != null && !trial.outcomes().isEmpty()) {
            // The userName is not what this page is about.
            trial = new MappingTrial(
                    trial.login(),
                    trial.problem(),
                    trial.detail(),
                    trial.outcomes().subList(1, trial.outcomes().size()));
        }
    }

    private void run(ImportSettings settings, List<AttributeMapping> mappings) {
        if (login != null && !login.isBlank()) {
            trial = rules.tryOut(login, settings, mappings);
        }
    }

    /** @return what each attribute would be; empty before anything was tried */
    public List<Outcome> getOutcomes() {
        return trial == null ? List.of() : trial.outcomes();
    }

    /**
     * @param outcome of an attribute
     * @return why it has none, in words; {@code null} where nothing is wrong
     */
    public String problem(Outcome outcome) {
        if (outcome.refusal() != null) {
            return refusedRule.words(outcome.refusal());
        }
        return outcome.problem() == null ? null : refusedRule.words(outcome.problem());
    }

    /** @return what is to be said of the user, or why there is none; {@code null} for nothing */
    public String getSaid() {
        if (refusal != null) {
            return refusal;
        } else if (trial == null || trial.problem() == null) {
            return null;
        }
        String detail = trial.detail() == null ? "" : trial.detail();
        String key = "mapping.trial." + trial.problem().name().toLowerCase(Locale.ROOT);
        return texts.of(key, login, detail);
    }

    /** @return whose values are shown; {@code null} for nobody's */
    public String getShown() {
        return trial == null ? null : trial.login();
    }

    /** @return the login of the user to try with */
    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }
}
