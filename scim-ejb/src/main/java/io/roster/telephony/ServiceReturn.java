package io.roster.telephony;

/** Whether a service that was freed has come back with the person who had it. */
public enum ServiceReturn {
    /** It was taken back. */
    TAKEN_BACK,
    /** The person has another one in its place already. */
    HAS_ANOTHER,
    /** Somebody else has it now. */
    GIVEN_AWAY,
    /** It is no longer in the pool. */
    REMOVED,
    /** No seat of the licence type is free. */
    NO_SEAT;

    /** @return whether an administrator has to be told */
    public boolean isLost() {
        return this == GIVEN_AWAY || this == REMOVED || this == NO_SEAT;
    }
}
