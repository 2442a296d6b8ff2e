package io.roster.telephony;

/** Why a person has a licence. There may be several reasons; they take one seat together. */
public enum SeatReason {
    /** An administrator assigned it to this person. */
    HAND,
    /** The person is a member of a group whose members have it. */
    GROUP,
    /** Okta sent it among the person's {@code entitlements}. */
    OKTA
}
