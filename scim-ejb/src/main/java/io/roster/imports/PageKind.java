package io.roster.imports;

/** What is on a page that a run has stored. */
public enum PageKind {
    /** Users: {@link FetchedUser}. Those who are to be deactivated are among them: nobody is missing from them otherwise. */
    USERS,
    /** Groups that are assigned to the app: {@link FetchedGroup}. */
    GROUPS,
    /** Okta's ids of the members of one group. */
    MEMBERS,
    /** Ids of users that a search found changed. */
    SEARCHED,
    /** Ids of users whose assignment changed, by the System Log. */
    LOGGED,
    /** Ids of users to be read one by one: they become the page of {@link #USERS} of the same number. */
    REREAD,
    /** What group push does, for a comparison: each mapping as the text of a JSON object. */
    PUSHED
}
