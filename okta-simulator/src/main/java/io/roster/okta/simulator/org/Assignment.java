package io.roster.okta.simulator.org;

/** Whether the app is assigned to a person. */
public enum Assignment {
    /** Assigned: the person is active in the app. */
    ASSIGNED,
    /** Deactivated in Okta: the app user is deactivated and Okta keeps its id. */
    DEACTIVATED,
    /** Unassigned: deactivated as well, and Okta forgets the id; a new assignment begins with a look-up. */
    UNASSIGNED
}
