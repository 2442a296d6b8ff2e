package io.roster.console.syncback;

import io.roster.console.reader.Texts;
import io.roster.okta.OktaSettings;
import io.roster.outbox.RowState;
import io.roster.outbox.Syncback;
import io.roster.outbox.SyncbackSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** What goes on: the latest run, and how many people wait. */
@Named
@RequestScoped
public class QueueNow {

    @Inject
    private Pulse pulse;

    @EJB
    private Syncback syncback;

    @EJB
    private OktaSettings okta;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private RunRow latest;
    private Map<RowState, Long> counts;
    private SyncbackSettings settings;

    @PostConstruct
    void load() {
        boolean again = request.getRequestURI().endsWith("/sync-back-now");
        Pulse.Beat beat = again ? pulse.recent() : pulse.read();
        latest = beat.run() == null ? null : new RunRow(beat.run(), texts);
        counts = beat.counts();
    }

    /** @return the run that began last; {@code null} when there was none */
    public RunRow getLatest() {
        return latest;
    }

    /** @return whether a run goes on */
    public boolean isGoingOn() {
        return latest != null && latest.isGoingOn();
    }

    /** @return changes when a page that shows the queue is to be read anew */
    public String getStamp() {
        String run = latest == null ? "none" : latest.getRun().id() + '-' + latest.getState();
        return isGoingOn()
                ? run
                : run + '-' + count(RowState.PENDING) + '-' + count(RowState.PARKED) + '-' + count(RowState.HELD);
    }

    /** @return every state of a row */
    public RowState[] getStates() {
        return RowState.values();
    }

    /**
     * @param state a state
     * @return how many people are in it
     */
    public long count(RowState state) {
        return counts.getOrDefault(state, 0L);
    }

    /**
     * @param state a state
     * @return the address of the queue with the people in it
     */
    public String address(RowState state) {
        return "sync-back?state=" + QueueAddress.key(state);
    }

    /** @return how many people are not done, in words */
    public String getOpen() {
        return texts.of("count", count(RowState.PENDING) + count(RowState.PARKED) + count(RowState.HELD));
    }

    /** @return how many people wait for a call */
    public long getPending() {
        return count(RowState.PENDING);
    }

    /** @return how many people are parked because of a refusal */
    public long getParked() {
        return count(RowState.PARKED);
    }

    /** @return how sync-back goes about it */
    public SyncbackSettings getSettings() {
        if (settings == null) {
            settings = syncback.settings();
        }
        return settings;
    }

    /** @return whether it is known where Okta is */
    public boolean isConnected() {
        return okta.read().getUrl() != null;
    }
}
