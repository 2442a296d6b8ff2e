package io.roster.imports;

import jakarta.ejb.ApplicationException;

/** A decision about a candidate that is not made. It rolls the transaction back. */
@ApplicationException(rollback = true)
public final class CandidateRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it was refused. */
    public enum Reason {
        /** It is there no more: a later run found nothing to do. */
        GONE,
        /** Somebody has decided since it was read; {@link CandidateRefused#by} says who, where it was an administrator. */
        DECIDED,
        /** A later run found something else to do since it was read. */
        FOUND_ANEW,
        /** Nobody is chosen with whom to link it. */
        NOBODY,
        /** The chosen person was deleted meanwhile. */
        NO_PERSON,
        /** The chosen person is linked with another user of Okta; {@link CandidateRefused#by} names the person. */
        LINKED,
        /** The chosen person is to be linked with another user already; {@link CandidateRefused#by} names that one. */
        CHOSEN
    }

    private final Reason reason;
    private final String by;

    CandidateRefused(Reason reason, String by) {
        super("The decision about a candidate of the import was refused: " + reason);
        this.reason = reason;
        this.by = by;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }

    /** @return a name, where the reason has one; otherwise {@code null} */
    public String by() {
        return by;
    }
}
