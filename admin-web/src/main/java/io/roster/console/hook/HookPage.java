package io.roster.console.hook;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.hook.HookRules;
import io.roster.hook.HookSettings;
import io.roster.hook.HookSettings.WhenMatched;
import io.roster.hook.HookSettings.WhenTaken;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What Roster answers when Okta asks, during an import, what becomes of somebody. */
@Named
@RequestScoped
public class HookPage {

    @EJB
    private HookRules rules;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private WhenMatched whenMatched;
    private WhenTaken whenTaken;
    private boolean corrects;

    @PostConstruct
    void load() {
        HookSettings settings = rules.settings();
        whenMatched = settings.whenMatched();
        whenTaken = settings.whenTaken();
        corrects = settings.corrects();
    }

    /**
     * Saves what the form says.
     *
     * @return the same page, by a redirect
     */
    public String save() {
        boolean differs = rules.save(new HookSettings(whenMatched, whenTaken, corrects));
        feedback.done(texts.of(differs ? "hook.saved" : "hook.saved.same"));
        return "import-hook?faces-redirect=true";
    }

    /** @return every choice for somebody whom one Okta user matches */
    public WhenMatched[] getMatchChoices() {
        return WhenMatched.values();
    }

    /** @return every choice for a login that is taken */
    public WhenTaken[] getTakenChoices() {
        return WhenTaken.values();
    }

    /** @return what to do with somebody whom one Okta user matches */
    public WhenMatched getWhenMatched() {
        return whenMatched;
    }

    public void setWhenMatched(WhenMatched whenMatched) {
        this.whenMatched = whenMatched;
    }

    /** @return what to do about a login that is taken */
    public WhenTaken getWhenTaken() {
        return whenTaken;
    }

    public void setWhenTaken(WhenTaken whenTaken) {
        this.whenTaken = whenTaken;
    }

    /** @return whether profiles are corrected */
    public boolean isCorrects() {
        return corrects;
    }

    public void setCorrects(boolean corrects) {
        this.corrects = corrects;
    }
}
