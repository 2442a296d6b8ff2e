package io.roster.okta;

import io.roster.settings.Seals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** An API token or a key pair with which Roster signs in at Okta. The secret itself is sealed. */
@Entity
@Table(name = "okta_secret")
public class StoredSecret {

    /** What kind of secret. */
    public enum Kind {
        /** An API token of Okta's. */
        API_TOKEN,
        /** A key pair of a service app. */
        PRIVATE_KEY
    }

    /** What it is used for now. */
    public enum State {
        /** A key that is served already and not used yet. */
        NEXT,
        /** What Roster signs in with. */
        CURRENT,
        /** A key that is served still and not used any more; its private half is gone. */
        RETIRED
    }

    private static final String PURPOSE = "okta";
    private static final int HINT = 4;
    private static final int HINT_NEEDS = 16;

    @Id
    private String id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private String sealed;

    @Column(name = "public_jwk")
    private String publicJwk;

    private String hint;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "last_used_at")
    private Instant lastUsed;

    @Column(name = "retires_at")
    private Instant retires;

    protected StoredSecret() {}

    private StoredSecret(String id, Kind kind, State state, Instant now, String by) {
        this.id = id;
        this.kind = kind;
        this.state = state;
        created = now;
        createdBy = by;
    }

    static StoredSecret token(String id, String token, Seals seals, Instant now, String by) {
        StoredSecret secret = new StoredSecret(id, Kind.API_TOKEN, State.CURRENT, now, by);
        secret.sealed = seals.seal(PURPOSE, id, token);
        secret.hint = token.length() < HINT_NEEDS ? "" : token.substring(token.length() - HINT);
        return secret;
    }

    static StoredSecret key(SigningKey key, State state, Seals seals, Instant now, String by) {
        StoredSecret secret = new StoredSecret(key.keyId(), Kind.PRIVATE_KEY, state, now, by);
        secret.sealed = seals.seal(PURPOSE, key.keyId(), key.privateJwk());
        secret.publicJwk = key.publicJwk();
        secret.hint = "";
        return secret;
    }

    /** The secret; empty when it was sealed with another key, or is gone. */
    Optional<String> open(Seals seals) {
        return sealed == null ? Optional.empty() : seals.open(PURPOSE, id, sealed);
    }

    void use() {
        state = State.CURRENT;
    }

    void retire(Instant servedUntil) {
        state = State.RETIRED;
        sealed = null;
        retires = servedUntil;
    }

    /** @return a UUID; of a key its key id */
    public String getId() {
        return id;
    }

    /** @return what kind of secret */
    public Kind getKind() {
        return kind;
    }

    /** @return what it is used for now */
    public State getState() {
        return state;
    }

    /** @return the public half of a key (RFC 7517); {@code null} for a token */
    public String getPublicJwk() {
        return publicJwk;
    }

    /** @return the last four characters of a token, to tell tokens apart; empty for a short one and for a key */
    public String getHint() {
        return hint;
    }

    /** @return when it was stored */
    public Instant getCreated() {
        return created;
    }

    /** @return who stored it */
    public String getCreatedBy() {
        return createdBy;
    }

    /** @return when Roster last used it to reach Okta, to the minute; {@code null} for never */
    public Instant getLastUsed() {
        return lastUsed;
    }

    /** @return until when a retired key is served; {@code null} for others */
    public Instant getRetires() {
        return retires;
    }
}
