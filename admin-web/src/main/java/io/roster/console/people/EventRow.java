package io.roster.console.people;

import io.roster.audit.AuditEvent;
import io.roster.audit.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An event of the timeline. */
public class EventRow {

    private static final int SHORT = 4;

    private final AuditEvent event;
    private final List<Change> changes;

    /** Shows an event. */
    public EventRow(AuditEvent event) {
        this.event = event;
        this.changes = Change.read(event.getChanges());
    }

    /** @return the event's id */
    public String getId() {
        return event.getId();
    }

    /** @return the SCIM id of what it is about; {@code null} where there is none */
    public String getResourceId() {
        return event.getResourceId();
    }

    /** @return the userName or displayName of that time; may be {@code null} */
    public String getResourceName() {
        return event.getResourceName();
    }

    /** @return when it happened */
    public Instant getTime() {
        return event.getOccurredAt();
    }

    /** @return the end of the bundle's key for what was done or asked for */
    public String getAction() {
        return event.getAction().name().toLowerCase(Locale.ROOT);
    }

    /** @return the name of the token, with the userName of the person to whom it belonged, or of the administrator */
    public String getActor() {
        String userName = event.getActorUserName();
        return userName == null ? event.getActorName() : event.getActorName() + " (" + userName + ")";
    }

    /** @return whether the request was refused and changed nothing */
    public boolean isRefused() {
        return event.getOutcome() == Outcome.REFUSED;
    }

    /** @return the HTTP status of the answer */
    public int getStatus() {
        return event.getStatus();
    }

    /** @return the sentence that the client got with a refusal */
    public String getDetail() {
        return event.getDetail();
    }

    /** @return the client's name for the request; {@code null} where it sent none */
    public String getRequestId() {
        return event.getRequestId();
    }

    /** @return what was changed */
    public List<Change> getChanges() {
        return changes;
    }

    /** @return whether so much was changed that the page shows it only when asked */
    public boolean isFolded() {
        return changes.size() > SHORT;
    }
}
