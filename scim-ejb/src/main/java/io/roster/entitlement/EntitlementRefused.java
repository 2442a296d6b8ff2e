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
        HELD,
        /** The number of seats is none of 0 to {@value License#MOST_SEATS}. */
        SEATS,
        /** More seats are taken than there would be; {@link #seatsUsed} says how many. */
        SEATS_USED,
        /** Seats of the licence are taken, so it cannot be deleted. */
        SEATS_TAKEN
    }

    private final Reason reason;
    private final int seatsUsed;

    EntitlementRefused(Reason reason) {
        this(reason, 0);
    }

    EntitlementRefused(Reason reason, int seatsUsed) {
        super("The change of the role or licence type was refused: " + reason);
        this.reason = reason;
        this.seatsUsed = seatsUsed;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }

    /** @return how many seats are taken, where that is the reason; otherwise 0 */
    public int seatsUsed() {
        return seatsUsed;
    }
}
