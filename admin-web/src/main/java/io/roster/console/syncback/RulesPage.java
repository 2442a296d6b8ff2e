package io.roster.console.syncback;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.outbox.Syncback;
import io.roster.outbox.SyncbackSettings;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** When sync-back runs, how much of Okta it uses, and what it does to users' status. */
@Named
@RequestScoped
public class RulesPage {

    @EJB
    private Syncback syncback;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private boolean enabled;
    private int share;
    private int concurrency;
    private int interval;
    private WhenDeactivated whenDeactivated;
    private boolean unsuspends;
    private boolean reactivates;

    @PostConstruct
    void load() {
        SyncbackSettings settings = syncback.settings();
        enabled = settings.enabled();
        share = settings.sharePercent();
        concurrency = settings.concurrency();
        interval = settings.intervalMinutes();
        whenDeactivated = settings.whenDeactivated();
        unsuspends = settings.unsuspends();
        reactivates = settings.reactivates();
    }

    /**
     * Saves what the form says.
     *
     * @return the same page, by a redirect
     */
    public String save() {
        boolean differs = syncback.save(
                new SyncbackSettings(enabled, share, concurrency, interval, whenDeactivated, unsuspends, reactivates));
        String saved = enabled ? "sync.saved.on" : "sync.saved.off";
        feedback.done(texts.of(differs ? saved : "sync.saved.same"));
        return "sync-back-rules?faces-redirect=true";
    }

    /** @return every choice for a deactivation */
    public WhenDeactivated[] getChoices() {
        return WhenDeactivated.values();
    }

    /** @return whether anything is written */
    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** @return per cent of Okta's rate limit */
    public int getShare() {
        return share;
    }

    public void setShare(int share) {
        this.share = share;
    }

    /** @return calls at once */
    public int getConcurrency() {
        return concurrency;
    }

    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }

    /** @return minutes between two runs */
    public int getInterval() {
        return interval;
    }

    public void setInterval(int interval) {
        this.interval = interval;
    }

    /** @return what a deactivation leads to */
    public WhenDeactivated getWhenDeactivated() {
        return whenDeactivated;
    }

    public void setWhenDeactivated(WhenDeactivated whenDeactivated) {
        this.whenDeactivated = whenDeactivated;
    }

    /** @return whether a reactivation unsuspends */
    public boolean isUnsuspends() {
        return unsuspends;
    }

    public void setUnsuspends(boolean unsuspends) {
        this.unsuspends = unsuspends;
    }

    /** @return whether a reactivation activates who is deactivated */
    public boolean isReactivates() {
        return reactivates;
    }

    public void setReactivates(boolean reactivates) {
        this.reactivates = reactivates;
    }
}
