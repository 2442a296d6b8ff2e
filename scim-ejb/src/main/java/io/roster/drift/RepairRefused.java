package io.roster.drift;

import jakarta.ejb.ApplicationException;

/** A repair that was not made. */
@ApplicationException(rollback = true)
public final class RepairRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The row is there no more: it is equal by now, or another comparison was made. */
        ROW_GONE,
        /** Something else would be done by now: it was changed since it was shown. */
        CHANGED,
        /** Roster refused; the message says why. */
        ROSTER,
        /** Okta refused the first change; nothing was changed. The message says why. */
        OKTA,
        /** Okta refused after some of the changes; these stay. The message says why. */
        OKTA_PARTLY
    }

    private final Reason reason;

    RepairRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }
}
