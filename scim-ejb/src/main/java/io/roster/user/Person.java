package io.roster.user;

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
 * A person. {@code document} is the truth: the SCIM attributes as canonical JSON, without what is computed ({@code id},
 * {@code meta}, {@code groups}) and without the password. Every other column is an index over it, derived in
 * {@link PersonIndex} alone.
 */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private String id;

    @Version
    private long version;

    private String document;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "user_name_key")
    private String userNameKey;

    @Column(name = "external_id")
    private String externalIdKey;

    @Column(name = "display_name_key")
    private String displayNameKey;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "full_name_key")
    private String fullNameKey;

    @Column(name = "family_name_key")
    private String familyNameKey;

    private boolean active;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "modified_at")
    private Instant modified;

    protected Person() {}

    Person(String id, Source source, Instant created) {
        this.id = id;
        this.source = source;
        this.created = created;
    }

    void store(String newDocument, PersonIndex index, Instant now) {
        document = newDocument;
        userName = index.userName();
        userNameKey = index.userNameKey();
        externalIdKey = index.externalId();
        displayNameKey = index.displayNameKey();
        fullName = index.fullName();
        fullNameKey = index.fullNameKey();
        familyNameKey = index.familyNameKey();
        active = index.active();
        modified = now;
    }

    /** Hands the person over to Okta, as happens when Okta links a person that was made in the console. */
    void adoptedByOkta() {
        source = Source.OKTA;
    }

    /** @return the SCIM {@code id}, a UUID that is never given again */
    public String getId() {
        return id;
    }

    /** @return grows by one with every change; the ETag is made of it */
    public long getVersion() {
        return version;
    }

    /** @return the SCIM attributes as JSON text, without {@code id}, {@code meta}, {@code groups} and password */
    public String getDocument() {
        return document;
    }

    /** @return {@code userName} in the case in which it was given */
    public String getUserName() {
        return userName;
    }

    /** @return what the person is called on pages: {@code displayName}, else the parts of the name, else the userName */
    public String getFullName() {
        return fullName;
    }

    /** @return whether the person may use Roster's services */
    public boolean isActive() {
        return active;
    }

    /** @return who owns the identity fields */
    public Source getSource() {
        return source;
    }

    /** @return when the person was created, in milliseconds precision */
    public Instant getCreated() {
        return created;
    }

    /** @return when the person was last changed, in milliseconds precision */
    public Instant getModified() {
        return modified;
    }
}
