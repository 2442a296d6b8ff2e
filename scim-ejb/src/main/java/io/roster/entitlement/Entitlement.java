package io.roster.entitlement;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/**
 * Something that Okta can give to people. {@code document} is what SCIM clients read, the further columns are what lists
 * and pages need of it.
 */
@MappedSuperclass
public abstract class Entitlement {

    @Id
    private String id;

    private long version;

    private String document;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "display_name_key")
    private String displayNameKey;

    private String description;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "modified_at")
    private Instant modified;

    protected Entitlement() {}

    Entitlement(String id) {
        this.id = id;
    }

    /** Stores what it is called and means; with what a kind has beyond it, this is one change, and one version. */
    void store(EntitlementDocument values, Instant now) {
        if (created == null) {
            created = now;
            // Not 1: one that is deleted and added again with its id must not have a version that a client has seen.
            version = now.toEpochMilli();
        } else {
            version++;
        }
        document = values.document();
        displayName = values.displayName();
        displayNameKey = values.displayNameKey();
        description = values.description();
        modified = now;
    }

    /** @return which kind it is */
    public abstract EntitlementType getType();

    /** @return the SCIM {@code id}: a short name, and the {@code value} by which people bear it */
    public String getId() {
        return id;
    }

    /** @return grows with every change; the ETag is made of it */
    public long getVersion() {
        return version;
    }

    /** @return the SCIM attributes as JSON text, without {@code id} and {@code meta} */
    public String getDocument() {
        return document;
    }

    /** @return what people call it */
    public String getDisplayName() {
        return displayName;
    }

    /** @return what it means or permits; may be {@code null} */
    public String getDescription() {
        return description;
    }

    /** @return when it was added */
    public Instant getCreated() {
        return created;
    }

    /** @return when it was last changed */
    public Instant getModified() {
        return modified;
    }
}
