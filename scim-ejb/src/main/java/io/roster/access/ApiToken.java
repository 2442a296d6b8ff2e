package io.roster.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A credential of a provisioning client. Of its secret only a SHA-256 hash and the last characters are kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private String id;

    private String name;

    @Column(name = "secret_hash")
    private String secretHash;

    private String hint;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expires;

    @Column(name = "last_used_at")
    private Instant lastUsed;

    @Column(name = "revoked_at")
    private Instant revoked;

    @Column(name = "revoked_by")
    private String revokedBy;

    @Column(name = "person_id")
    private String personId;

    protected ApiToken() {}

    ApiToken(String id, String name, TokenSecret secret, Scope scope, Instant created, String createdBy) {
        this.id = id;
        this.name = name;
        this.secretHash = secret.hash();
        this.hint = secret.hint();
        this.scope = scope;
        this.created = created;
        this.createdBy = createdBy;
    }

    void expireAt(Instant instant) {
        expires = instant;
    }

    void belongTo(String person) {
        personId = person;
    }

    void revoke(Instant now, String by) {
        if (revoked == null) {
            revoked = now;
            revokedBy = by;
        }
    }

    /** @return a UUID */
    public String getId() {
        return id;
    }

    /** @return what the administrator called it */
    public String getName() {
        return name;
    }

    /** @return the last four characters of the secret, to tell tokens apart */
    public String getHint() {
        return hint;
    }

    /** @return what the token may do */
    public Scope getScope() {
        return scope;
    }

    /** @return when it was made */
    public Instant getCreated() {
        return created;
    }

    /** @return the administrator who made it, or how else it came to be */
    public String getCreatedBy() {
        return createdBy;
    }

    /** @return from when on it is refused; {@code null} for never */
    public Instant getExpires() {
        return expires;
    }

    /** @return when it was last accepted, to the minute; {@code null} for never */
    public Instant getLastUsed() {
        return lastUsed;
    }

    /** @return when it was revoked; {@code null} when it was not */
    public Instant getRevoked() {
        return revoked;
    }

    /** @return who revoked it; {@code null} when nobody did */
    public String getRevokedBy() {
        return revokedBy;
    }

    /** @return the SCIM id of the person to whom it belongs, deleted ones included; {@code null} for no person */
    public String getPersonId() {
        return personId;
    }
}
