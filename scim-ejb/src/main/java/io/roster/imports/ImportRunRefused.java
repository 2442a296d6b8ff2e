package io.roster.imports;

import jakarta.ejb.ApplicationException;

/** A run that is not started, or not stopped or continued. Nothing is changed. */
@ApplicationException(rollback = true)
public final class ImportRunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No app of Okta is chosen. */
        NO_APP,
        /** There is no connection to Okta, or its secret cannot be read. */
        NO_CONNECTION,
        /** Another run goes on. */
        RUNNING,
        /** A run is held until somebody decides. */
        HELD,
        /** The run is held no more: somebody else has decided, or it has ended. */
        NOT_HELD,
        /** The run has ended. */
        ENDED
    }

    private final Reason reason;

    ImportRunRefused(Reason reason) {
        super("The import was refused: " + reason);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }
}
