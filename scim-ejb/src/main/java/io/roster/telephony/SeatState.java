package io.roster.telephony;

/** Whether a person who has a reason for a licence has a seat of it. */
public enum SeatState {
    /** The person has a seat, and so the licence. */
    HELD,
    /** No seat was left; the person gets one when one becomes free. */
    WAITING,
    /** The person is deactivated and the seat was freed for somebody else. */
    GIVEN_UP
}
