package io.roster.console.syncback;

import io.roster.audit.AuditEvent;
import io.roster.audit.Timeline;
import io.roster.console.people.Change;
import io.roster.console.people.EventRow;
import io.roster.console.reader.Texts;
import io.roster.outbox.SyncbackSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** Who changed the rules of sync-back, and what: the newest first. */
@Named
@RequestScoped
public class RulesHistory {

    private static final int PAGE = 10;

    // Under which name the form shows each setting.
    private static final Map<String, String> LABELS = Map.of(
            "enabled", "sync.enabled",
            "sharePercent", "sync.share",
            "concurrency", "sync.concurrency",
            "intervalMinutes", "sync.interval",
            "whenDeactivated", "sync.deactivated",
            "unsuspends", "sync.unsuspends",
            "reactivates", "sync.reactivates");

    @EJB
    private Timeline timeline;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private List<EventRow> rows;
    private boolean older;

    @PostConstruct
    void load() {
        List<AuditEvent> found = timeline.of(SyncbackSettings.RESOURCE, request.getParameter("before"), PAGE + 1);
        older = found.size() > PAGE;
        rows = found.stream().limit(PAGE).map(EventRow::new).toList();
    }

    /** @return the changes on this page */
    public List<EventRow> getRows() {
        return rows;
    }

    /**
     * @param change of one setting
     * @return what the form calls it
     */
    public String label(Change change) {
        String key = LABELS.get(change.attribute());
        return key == null ? change.attribute() : texts.of(key);
    }

    /**
     * @param change of one setting
     * @param value its value before or after
     * @return as the form says it
     */
    public String words(Change change, String value) {
        return switch (change.attribute()) {
            case "enabled", "unsuspends", "reactivates" -> texts.word("sync.rule", value);
            case "whenDeactivated" -> texts.word("sync.deactivated", value);
            default -> value;
        };
    }

    /** @return the address of the page with older changes; {@code null} at the end */
    public String getOlder() {
        return older ? "sync-back-rules?before=" + rows.get(PAGE - 1).getId() + "#history" : null;
    }

    /** @return the address of the page with the newest changes; {@code null} on that page */
    public String getNewest() {
        return request.getParameter("before") == null ? null : "sync-back-rules#history";
    }
}
