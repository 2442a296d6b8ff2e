package io.roster.drift;

/**
 * One change that a repair makes.
 *
 * @param place where
 * @param name the attribute, or who is added or removed
 * @param before its value there; {@code null} for none
 * @param after what it becomes; {@code null} for none
 * @param target Okta's id of whom it adds or removes; otherwise {@code null}
 */
public record RepairStep(Place place, String name, String before, String after, String target) {

    /** Where a change is made. */
    public enum Place {
        /** Of the person or group here. */
        ROSTER,
        /** An attribute of the user's profile in Okta. */
        USER,
        /** An attribute of what Okta has of the user for the app. */
        APP_USER,
        /** The app is assigned to the user. */
        ASSIGN,
        /** The app is assigned to the user no more. */
        UNASSIGN,
        /** Somebody becomes a member of the group in Okta. */
        ADD_MEMBER,
        /** Somebody is a member of the group in Okta no more. */
        REMOVE_MEMBER,
        /** Sync-back writes it: the person is put into its queue. */
        SYNC_BACK
    }
}
