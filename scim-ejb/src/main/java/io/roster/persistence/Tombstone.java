package io.roster.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is kept of a deleted resource for the retention time: enough to say what it was, and that its id is taken. */
@Entity
@Table(name = "tombstone")
public class Tombstone {

    @Id
    private String id;

    @Column(name = "resource_type")
    private String resourceType;

    private String name;

    @Column(name = "external_id")
    private String externalId;

    private String document;

    @Column(name = "deleted_at")
    private Instant deleted;

    @Column(name = "deleted_by")
    private String deletedBy;

    protected Tombstone() {}

    /**
     * @param id the SCIM id of what was deleted
     * @param resourceType {@code User} or {@code Group}
     * @param name userName or displayName
     * @param externalId Okta's id; may be {@code null}
     * @param document the last stored document
     * @param deleted when
     * @param deletedBy the name of the API token or administrator
     */
    public Tombstone(
            String id,
            String resourceType,
            String name,
            String externalId,
            String document,
            Instant deleted,
            String deletedBy) {
        this.id = id;
        this.resourceType = resourceType;
        this.name = name;
        this.externalId = externalId;
        this.document = document;
        this.deleted = deleted;
        this.deletedBy = deletedBy;
    }

    /** @return the SCIM id of what was deleted */
    public String getId() {
        return id;
    }

    /** @return when it was deleted */
    public Instant getDeleted() {
        return deleted;
    }
}
