package io.roster.removal;

import jakarta.ejb.ApplicationException;

/** A removal, or a rule of removals, that is not possible. Nothing is changed. */
@ApplicationException(rollback = true)
public final class RemovalRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The person is active: only who is deactivated is removed. */
        ACTIVE,
        /** There is nobody of that id any more. */
        GONE,
        /** The days are none, or more than ten years. */
        DAYS,
        /** Somebody else has changed the rule since it was read. */
        CHANGED_MEANWHILE
    }

    private final Reason reason;

    RemovalRefused(Reason reason) {
        super("The removal was refused: " + reason);
        this.reason = reason;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }
}
