package io.roster.telephony;

/** Whether a number or extension can be assigned. */
public enum PoolState {

    /** It can be assigned. */
    FREE,

    /** Somebody has it. */
    ASSIGNED,

    /** Somebody had it; until a certain time it is assigned to nobody else. */
    RESTING;

    /** The {@code free_from} of what nobody ever had. */
    static final long ALWAYS = 0;

    /** The {@code free_from} of what somebody has. */
    static final long NEVER = Long.MAX_VALUE;

    static PoolState of(long freeFrom, long now) {
        return freeFrom == NEVER ? ASSIGNED : freeFrom > now ? RESTING : FREE;
    }
}
