package io.roster.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Attempts to sign in as one administrator from one network since the last one that succeeded. By network, so that
 * guessing from somewhere else does not lock the administrator out.
 */
@Entity
@IdClass(SignInFailure.Key.class)
@Table(name = "sign_in_failure")
public class SignInFailure {

    static final int FREE_ATTEMPTS = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /**
     * The primary key.
     *
     * @see SignInFailure
     */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String userName;
        private String network;

        /** For the persistence provider. */
        public Key() {}

        Key(String userName, String network) {
            this.userName = userName;
            this.network = network;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.userName.equals(userName) && key.network.equals(network);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userName, network);
        }
    }

    @Id
    @Column(name = "user_name")
    private String userName;

    @Id
    private String network;

    private int attempts;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    protected SignInFailure() {}

    SignInFailure(String userName, String network) {
        this.userName = userName;
        this.network = network;
        this.blockedUntil = Instant.EPOCH;
    }

    /** Counts an attempt before its password is looked at, so that many at once are no way around the limit. */
    void attempt(Instant now) {
        if (now.isAfter(blockedUntil.plus(FORGOTTEN_AFTER))) {
            attempts = 0;
        }
        attempts++;
        blockedUntil = now.plus(waitAfter(attempts));
    }

    boolean isBlocked(Instant now) {
        return now.isBefore(blockedUntil);
    }

    Instant getBlockedUntil() {
        return blockedUntil;
    }

    /** None for a few attempts, then twice as long after each. */
    static Duration waitAfter(int attempts) {
        if (attempts < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - FREE_ATTEMPTS, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
