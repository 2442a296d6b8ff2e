package io.roster.okta.simulator.org;

/** What group push does with a group. */
public enum Mapping {
    /** Pushed: name and members follow Okta. */
    PUSHED,
    /** Unlinked, and left in the app as it was. */
    LEFT,
    /** Unlinked, and deleted in the app. */
    DELETED
}
