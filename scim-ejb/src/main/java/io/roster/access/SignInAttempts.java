package io.roster.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The database's side of signing in: short transactions around the hashing, which happens in {@link Administrators}. */
@Stateless
@PermitAll
public class SignInAttempts {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * Finds an administrator and counts an attempt to sign in.
     *
     * @param userName in lower case
     * @param network where the attempt comes from
     * @param now the time
     * @return the administrator, {@code null} if there is none of that name
     * @throws TooManyAttemptsException while attempts for this administrator from this network are refused
     */
    public Administrator begin(String userName, String network, Instant now) {
        // The lock makes attempts at the same time queue up, so that each is counted, and the first ones insert once.
        Administrator administrator = entities.find(Administrator.class, userName, LockModeType.PESSIMISTIC_WRITE);
        if (administrator == null) {
            return null;
        }
        SignInFailure failure = entities.find(SignInFailure.class, new SignInFailure.Key(userName, network));
        if (failure == null) {
            failure = new SignInFailure(userName, network);
            entities.persist(failure);
        }
        if (failure.isBlocked(now)) {
            throw new TooManyAttemptsException(failure.getBlockedUntil());
        }
        failure.attempt(now);
        return administrator;
    }

    /**
     * Forgets the attempts, after one that succeeded.
     *
     * @param userName in lower case
     * @param network where it came from
     */
    public void succeeded(String userName, String network) {
        SignInFailure failure = entities.find(SignInFailure.class, new SignInFailure.Key(userName, network));
        if (failure != null) {
            entities.remove(failure);
        }
    }

    /**
     * @param userName in lower case
     * @return the administrator, {@code null} if there is none of that name
     */
    public Administrator find(String userName) {
        return entities.find(Administrator.class, userName);
    }

    /**
     * Stores a new administrator, or a new password of one.
     *
     * @param userName in lower case
     * @param role one of {@link Roles}, for a new one
     * @param passwordHash the password, hashed
     * @param now the time
     */
    public void store(String userName, String role, String passwordHash, Instant now) {
        Administrator administrator = entities.find(Administrator.class, userName);
        if (administrator == null) {
            administrator = new Administrator(userName, role, now);
            entities.persist(administrator);
        }
        // Whoever had the old password is signed in nowhere any more.
        entities.createQuery("delete from Login l where l.userName = :userName")
                .setParameter("userName", userName)
                .executeUpdate();
        administrator.setPasswordHash(passwordHash);
    }
}
