package io.roster.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person who signs in to the console with a password that Roster itself keeps, hashed. */
@Entity
@Table(name = "administrator")
public class Administrator {

    @Id
    @Column(name = "user_name")
    private String userName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;

    @Column(name = "created_at")
    private Instant created;

    protected Administrator() {}

    Administrator(String userName, String role, Instant created) {
        this.userName = userName;
        this.role = role;
        this.created = created;
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    String getPasswordHash() {
        return passwordHash;
    }

    /** @return the name to sign in with, in lower case */
    public String getUserName() {
        return userName;
    }

    /** @return one of {@link Roles} */
    public String getRole() {
        return role;
    }

    /** @return since when the administrator may sign in */
    public Instant getCreated() {
        return created;
    }
}
