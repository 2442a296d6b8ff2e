package io.roster.telephony;

import jakarta.ejb.ApplicationException;

/** What bulk work does not do for a person. It rolls back what was begun for that person. */
@ApplicationException(rollback = true)
public final class BulkRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BulkReason reason;
    private final String held;

    /** @param held what the person has already; may be {@code null} */
    BulkRefused(BulkReason reason, String held) {
        super("Refused: " + reason);
        this.reason = reason;
        this.held = held;
    }

    BulkReason reason() {
        return reason;
    }

    String held() {
        return held;
    }
}
