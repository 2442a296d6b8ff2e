package io.roster.access;

import jakarta.ejb.ApplicationException;
import java.time.Instant;

/** Signing in is refused for a while, whatever the password, after too many wrong ones. */
@ApplicationException
public class TooManyAttemptsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    TooManyAttemptsException(Instant until) {
        super("too many attempts to sign in, refused until " + until);
        this.until = until;
    }

    /** @return when the next attempt is looked at */
    public Instant getUntil() {
        return until;
    }
}
