package io.roster.telephony;

/** Why bulk work did nothing for a person. */
public enum BulkReason {
    /** The person has one already. */
    HAS_ONE,
    /** There was nothing to release. */
    HAS_NONE,
    /** No number or extension is free where one was asked for. */
    NONE_FREE,
    /** Somebody else has it, or it was withdrawn from the pool. */
    GIVEN_AWAY,
    /** Every seat of the licence type is taken. */
    NO_SEAT,
    /** The person keeps the licence, by a group. */
    KEPT_BY_GROUP,
    /** The person keeps the licence, because Okta gives it. */
    KEPT_BY_OKTA,
    /** The person is deactivated. */
    DEACTIVATED,
    /** The person is active, and only who is deactivated is removed. */
    ACTIVE,
    /** The person was deleted meanwhile. */
    GONE,
    /** The licence type was deleted meanwhile. */
    LICENSE_GONE,
    /** It failed; the server's log says how. */
    FAILED;

    /** @return what comes of it: nobody is refused what they have, or do not have, already */
    BulkOutcome outcome() {
        return switch (this) {
            case HAS_ONE, HAS_NONE, KEPT_BY_GROUP, KEPT_BY_OKTA -> BulkOutcome.UNCHANGED;
            default -> BulkOutcome.REFUSED;
        };
    }
}
