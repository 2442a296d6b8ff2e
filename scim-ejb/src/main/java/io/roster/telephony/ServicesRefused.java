package io.roster.telephony;

import jakarta.ejb.ApplicationException;

/** A change of people's services, or of what decides about them, that is not made. It rolls the transaction back. */
@ApplicationException(rollback = true)
public final class ServicesRefused extends WordedRefusal {

    private static final long serialVersionUID = 1L;

    /** Why it was refused; each says in which order {@link #values()} fill the gaps of its sentence. */
    public enum Reason {
        /** The days of grace are not a whole number from 0 to the most: the most. */
        GRACE,
        /** Somebody else has changed the policies since they were read. */
        POLICY_CHANGED,
        /** The person has another number or extension than the administrator saw: what the person has now. */
        HAS_OTHER,
        /** The person has none any more. */
        HAS_NONE,
        /** It was given to somebody else or withdrawn before it could be given back: the number or extension. */
        NOT_RETURNED,
        /** The person was deleted. */
        GONE,
        /** Okta decides whether the person is active. */
        OKTA_DECIDES
    }

    private final Reason reason;

    ServicesRefused(Reason reason, Object... values) {
        super(reason, values);
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
