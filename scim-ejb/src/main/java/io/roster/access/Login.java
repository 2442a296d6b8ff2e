package io.roster.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser in which an administrator is signed in. */
@Entity
@Table(name = "console_login")
public class Login {

    @Id
    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "began_at")
    private Instant began;

    @Column(name = "seen_at")
    private Instant seen;

    protected Login() {}

    Login(String secretHash, String userName, Instant began) {
        this.secretHash = secretHash;
        this.userName = userName;
        this.began = began;
        this.seen = began;
    }
}
