package io.roster.okta.simulator.org;

/** What group push does with a group. */
public enum Mapping {
    /** Nothing: a group of Okta of which the app knows nothing. */
    NONE,
    /** Pushed: name and members follow Okta. */
    PUSHED,
    /** Deactivated: still linked, the app keeps it as it was, and nothing is sent until it is pushed again. */
    INACTIVE,
    /** Unlinked, and left in the app as it was. */
    LEFT,
    /** Unlinked, and deleted in the app. */
    DELETED
}
