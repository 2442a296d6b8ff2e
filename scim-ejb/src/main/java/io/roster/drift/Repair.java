package io.roster.drift;

import java.time.Instant;
import java.util.List;

/**
 * What would bring one side in line with the other, as it is now. Nothing is changed yet.
 *
 * @param row what differs
 * @param steps what would be changed, in that order; nothing where nothing can be done, or has to
 * @param notes what is left as it is and why: each a key of the console's sentences
 * @param detail what Okta or Roster said where it cannot be done; {@code null} for nothing
 * @param digest tells apart what would be done
 * @param seen when both sides were read
 */
public record Repair(Drift row, List<RepairStep> steps, List<Note> notes, String detail, String digest, Instant seen) {

    /** What is to be known about a repair. */
    public enum Note {
        /** There is no connection to Okta, or its secret cannot be read. */
        NOT_CONFIGURED,
        /** Okta did not answer in time. */
        UNANSWERED,
        /** Okta refused to be read, or to be written to. */
        OKTA_REFUSED,
        /** Okta has no such user or group any more. */
        GONE,
        /** Several match, or the mapping has a problem. */
        ROSTER_REFUSED,
        /** Both sides say the same by now. */
        EQUAL,
        /** The app is assigned by a group of Okta, not to the person alone. */
        BY_GROUP,
        /** The user is deactivated in Okta. */
        DEACTIVATED,
        /** An attribute is made by an expression, which cannot be turned round. */
        EXPRESSION,
        /** An attribute is no text in Okta. */
        NO_TEXT,
        /** A group's name is changed in Okta itself. */
        GROUP_NAME,
        /** The group's members come from elsewhere: it is no group of Okta's own. */
        GROUP_TYPE,
        /** The group has more members than can be read while a page waits. */
        GROUP_SIZE,
        /** More members differ than are changed at once; the rest comes next. */
        SOME_MEMBERS,
        /** Numbers and extensions are Roster's. */
        TELEPHONY,
        /** Only the app's part differs, and Roster says what Okta says. */
        APP_ONLY,
        /** A group that Okta does not assign is left as it is here. */
        GROUP_LEFT
    }
}
