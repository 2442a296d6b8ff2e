package io.roster.group;

import io.roster.persistence.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A group without its members, which are rows of their own ({@link Membership}). {@code document} is the truth about the
 * other attributes, the further columns are an index over it.
 */
@Entity
@Table(name = "directory_group")
public class DirectoryGroup {

    @Id
    private String id;

    @Version
    private long version;

    private String document;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "display_name_key")
    private String displayNameKey;

    @Column(name = "external_id")
    private String externalIdKey;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "modified_at")
    private Instant modified;

    protected DirectoryGroup() {}

    DirectoryGroup(String id, Source source, Instant created) {
        this.id = id;
        this.source = source;
        this.created = created;
    }

    void store(String newDocument, GroupIndex index, Instant now) {
        document = newDocument;
        displayName = index.displayName();
        displayNameKey = index.displayNameKey();
        externalIdKey = index.externalId();
        // A change of members alone must show here, or the version would stay.
        modified = modified != null && !now.isAfter(modified) ? modified.plusMillis(1) : now;
    }

    void adoptedByOkta() {
        source = Source.OKTA;
    }

    /** @return the SCIM {@code id}, a UUID that is never given again */
    public String getId() {
        return id;
    }

    /** @return grows by one with every change, of members too; the ETag is made of it */
    public long getVersion() {
        return version;
    }

    /** @return the SCIM attributes as JSON text, without {@code id}, {@code meta} and {@code members} */
    public String getDocument() {
        return document;
    }

    /** @return {@code displayName} */
    public String getDisplayName() {
        return displayName;
    }

    /** @return who owns the group's name and members */
    public Source getSource() {
        return source;
    }

    /** @return when the group was created */
    public Instant getCreated() {
        return created;
    }

    /** @return when the group or its membership was last changed */
    public Instant getModified() {
        return modified;
    }
}
