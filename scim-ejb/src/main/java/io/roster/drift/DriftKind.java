package io.roster.drift;

/** How somebody, or a group, is not the same in Okta and in Roster. */
public enum DriftKind {
    /** Assigned in Okta, and nobody is linked here. */
    OKTA_ONLY,
    /** Linked and active here, and assigned in Okta no more, or deactivated there. */
    ROSTER_ONLY,
    /** In both, with something that differs. */
    DIFFERENT
}
