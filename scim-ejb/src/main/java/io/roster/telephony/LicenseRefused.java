package io.roster.telephony;

import jakarta.ejb.ApplicationException;

/** A change of who has a licence that an administrator asked for and that is not made. It rolls the transaction back. */
@ApplicationException(rollback = true)
public final class LicenseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it was refused. */
    public enum Reason {
        /** There is no such licence type any more. */
        LICENSE_GONE,
        /** There is no such group any more. */
        GROUP_GONE
    }

    private final Reason reason;

    LicenseRefused(Reason reason) {
        super("The change of who has a licence was refused: " + reason);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }
}
