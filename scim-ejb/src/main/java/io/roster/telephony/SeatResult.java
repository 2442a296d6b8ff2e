package io.roster.telephony;

/** What came of assigning a licence to a person, or of releasing it. */
public enum SeatResult {
    /** The person has it now, by hand. */
    ASSIGNED,
    /** The person had it by hand already; nothing changed. */
    HAD_IT,
    /** Every seat is taken; nothing changed. */
    NO_SEAT,
    /** The person is deactivated; nothing changed. */
    DEACTIVATED,
    /** The person no longer has it. */
    RELEASED,
    /** It is no longer assigned by hand, but the person keeps it by a group. */
    KEPT_BY_GROUP,
    /** It is no longer assigned by hand, but the person keeps it because Okta gives it. */
    KEPT_BY_OKTA,
    /** The person did not have it; nothing changed. */
    NOT_HELD,
    /** There is no person of that id; nothing changed. */
    NOBODY;

    /** @return whether what was asked for was refused */
    public boolean isRefused() {
        return this == NO_SEAT || this == DEACTIVATED || this == NOBODY || isKept();
    }

    /** @return whether the person keeps the licence for another reason */
    public boolean isKept() {
        return this == KEPT_BY_GROUP || this == KEPT_BY_OKTA;
    }
}
