package io.roster.entitlement;

import jakarta.ejb.ApplicationException;

/** A change that an administrator asked for and that is not made. It rolls the transaction back. */
@ApplicationException(rollback = true)
public final class EntitlementRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it was refused. */
    public enum Reason {
        /** The id is not 1 to 36 of a to z, 0 to 9, dot, hyphen and underscore, or begins with none of the first two. */
        ID,
        /** Another one of the same kind has the id. */
        TAKEN,
        /** The name is blank or has more than 100 characters. */
        NAME,
        /** The description has more than 1,000 characters. */
        DESCRIPTION,
        /** Somebody else has changed it since it was read. */
        CHANGED,
        /** Somebody else has deleted it. */
        GONE,
        /** Active people have it, so it cannot be deleted. */
        HELD
    }

    private final Reason reason;

    EntitlementRefused(Reason reason) {
        super("The change of the role or licence type was refused: " + reason);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }
}
