package io.roster.audit;

import io.roster.persistence.Keys;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One provisioning request and what came of it. Written once, never changed. */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    private static final int LONGEST_DETAIL = 1000;

    @Id
    private String id;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_type")
    private String actorType;

    @Column(name = "actor_id")
    private String actorId;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "actor_user_name")
    private String actorUserName;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Column(name = "resource_type")
    private String resourceType;

    @Column(name = "resource_id")
    private String resourceId;

    @Column(name = "resource_name")
    private String resourceName;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private int status;
    private String detail;
    private String changes;

    @Column(name = "request_id")
    private String requestId;

    protected AuditEvent() {}

    AuditEvent(String id, Instant occurredAt, Entry entry) {
        this.id = id;
        this.occurredAt = occurredAt;
        actorType = entry.caller().kind().name();
        actorId = entry.caller().id();
        actorName = entry.caller().name();
        actorUserName =
                entry.caller().person() == null ? null : entry.caller().person().userName();
        action = entry.action();
        resourceType = entry.resourceType();
        resourceId = entry.resourceId();
        resourceName = entry.resourceName();
        outcome = entry.outcome();
        status = entry.status();
        detail = entry.detail() == null ? null : Keys.shortened(entry.detail(), LONGEST_DETAIL);
        changes = entry.changes();
        requestId = entry.caller().requestId();
    }

    /** @return a UUID that sorts by time */
    public String getId() {
        return id;
    }

    /** @return when the request was handled */
    public Instant getOccurredAt() {
        return occurredAt;
    }

    /** @return the name of a {@link io.roster.access.Caller.Kind} */
    public String getActorType() {
        return actorType;
    }

    /** @return the id of the API token; {@code null} for callers without one */
    public String getActorId() {
        return actorId;
    }

    /** @return the name of the API token, or the userName of the administrator */
    public String getActorName() {
        return actorName;
    }

    /**
     * @return the userName, at that time, of the person to whom the API token belonged; {@code null} where it belonged to
     *     none
     */
    public String getActorUserName() {
        return actorUserName;
    }

    /** @return what was done, or what was asked for where it was refused */
    public Action getAction() {
        return action;
    }

    /** @return {@code User} or {@code Group}; {@code null} where the request named none */
    public String getResourceType() {
        return resourceType;
    }

    /** @return the resource's SCIM id; {@code null} where there is none */
    public String getResourceId() {
        return resourceId;
    }

    /** @return userName or displayName at that time; may be {@code null} */
    public String getResourceName() {
        return resourceName;
    }

    /** @return whether the request was carried out */
    public Outcome getOutcome() {
        return outcome;
    }

    /** @return the HTTP status of the answer */
    public int getStatus() {
        return status;
    }

    /** @return the sentence that the client got with a refusal, or what else there is to tell; mostly {@code null} */
    public String getDetail() {
        return detail;
    }

    /**
     * @return a JSON array of {@code {"attribute":…,"before":…,"after":…}}, secrets redacted; {@code null} where
     *     nothing changed
     */
    public String getChanges() {
        return changes;
    }

    /** @return the client's {@code X-Request-Id} or {@code X-Okta-Request-Id}; {@code null} where it sent none */
    public String getRequestId() {
        return requestId;
    }
}
