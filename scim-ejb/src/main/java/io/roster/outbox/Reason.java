package io.roster.outbox;

/** Why something was not written. The console has the sentence and the way out for each. */
public enum Reason {
    /** E0000001: Okta's validation refused the value. */
    VALIDATION(true),
    /** E0000006: Roster's account in Okta lacks a permission. */
    FORBIDDEN(true),
    /** E0000007: Okta has no such user. */
    NOT_FOUND(true),
    /** E0000031: Okta did not understand the query. */
    SEARCH(true),
    /** E0000038: the user's status does not allow it. */
    STATUS(true),
    /** E0000075: the attribute is mapped and Okta pushes profiles. */
    MAPPED(true),
    /** E0000076: another app masters the user. */
    MASTERED(true),
    /** E0000077: the attribute is read-only. */
    READ_ONLY(true),
    /** E0000078: the attribute cannot be changed once set. */
    IMMUTABLE(true),
    /** Okta stores no characters of more than three bytes in UTF-8. */
    CHARACTERS(true),
    /** The value is longer than the attribute. */
    LENGTH(true),
    /** The configured attribute does not exist in Okta, or is no text. */
    ATTRIBUTE(true),
    /** The settings do not allow to make a user active from this status. */
    SETTINGS(true),
    /** Any other refusal. */
    REFUSED(true),
    /** An administrator took the person out. */
    BY_ADMINISTRATOR(true),
    /** The user is deactivated in Okta, so that nothing can be changed. */
    DEPROVISIONED(false),
    /** E0000011 or an access token that was refused: nothing can be written for anybody. */
    UNAUTHORIZED(false),
    /** E0000047 or 429: the rate limit is used up. */
    RATE_LIMITED(false),
    /** E0000112: the user is still being activated. */
    ACTIVATING(false),
    /** 412: somebody changed the user at the same time, again and again. */
    CONFLICT(false),
    /** Okta failed (5xx). */
    UNAVAILABLE(false),
    /** No answer: no connection, a cut one, or too slow. */
    UNANSWERED(false),
    /** The answer was no answer of Okta's. */
    UNREADABLE(false);

    private final boolean permanent;

    Reason(boolean permanent) {
        this.permanent = permanent;
    }

    /** {@return whether trying again by itself would not help} */
    public boolean isPermanent() {
        return permanent;
    }
}
