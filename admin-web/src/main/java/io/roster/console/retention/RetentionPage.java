package io.roster.console.retention;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.removal.RemovalRefused;
import io.roster.removal.RemovalRule;
import io.roster.removal.Removals;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;

/**
 * When people who are deactivated are removed. Lives as long as the page, and remembers which rule it shows. What would
 * remove somebody in the next night is saved when it was confirmed.
 */
@Named
@ViewScoped
public class RetentionPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;

    @EJB
    private Removals removals;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private long version;
    private boolean removed;
    private Integer days;
    private Instant changed;
    private String changedBy;
    private int due;

    @PostConstruct
    void read() {
        RemovalRule rule = removals.rule();
        version = rule.getVersion();
        removed = rule.getDays() != null;
        days = removed ? rule.getDays() : Integer.valueOf(USUAL_DAYS);
        changed = rule.getChanged();
        changedBy = rule.getChangedBy();
    }

    /**
     * Saves the rule, unless somebody would be removed: then it says how many, and asks.
     *
     * @return this page, by a redirect; {@code null} when it asks, or the days are none
     */
    public String save() {
        try {
            due = removals.due(wanted());
        } catch (RemovalRefused refused) {
            FacesMessage message = new FacesMessage(texts.word("removal.refused", refused.reason()));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            FacesContext.getCurrentInstance().addMessage("form:days", message);
            return null;
        }
        return due == 0 ? confirm() : null;
    }

    /**
     * Saves the rule.
     *
     * @return this page, by a redirect
     */
    public String confirm() {
        try {
            removals.change(wanted(), version);
            feedback.done(texts.of(removed ? "retention.saved" : "retention.saved.never"));
        } catch (RemovalRefused refused) {
            feedback.refused(texts.word("removal.refused", refused.reason()));
        }
        return "retention?faces-redirect=true";
    }

    // No days at all are wrong days, where somebody is to be removed.
    private Integer wanted() {
        if (!removed) {
            return null;
        }
        return days == null ? Integer.valueOf(0) : days;
    }

    /** @return how many people the rule would remove in the next night; 0 where nothing is asked */
    public int getDue() {
        return due;
    }

    /** @return for how many days what is left of deleted people and groups is kept */
    public long getDeletedDays() {
        return removals.keptDeletedDays();
    }

    /** @return for how many days events are kept */
    public long getEventsDays() {
        return removals.keptEventsDays();
    }

    /** @return whether people are removed at all */
    public boolean isRemoved() {
        return removed;
    }

    /** @param removed whether people are removed at all */
    public void setRemoved(boolean removed) {
        this.removed = removed;
    }

    /** @return after how many days */
    public Integer getDays() {
        return days;
    }

    /** @param days after how many days */
    public void setDays(Integer days) {
        this.days = days;
    }

    /** @return when the rule was changed; {@code null} for never */
    public Instant getChanged() {
        return changed;
    }

    /** @return who changed it */
    public String getChangedBy() {
        return changedBy;
    }
}
