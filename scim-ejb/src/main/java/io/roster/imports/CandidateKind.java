package io.roster.imports;

/** How something of Okta meets what Roster has. */
public enum CandidateKind {
    /** One person or group of Roster has the same values in all the attributes that the settings name. */
    EXACT,
    /** First and last name are equal, userName and email are not. */
    PARTIAL,
    /** Several people match; an administrator chooses. */
    CONFLICT,
    /** Nothing matches: it would be created. */
    NEW,
    /** Already linked, and its attributes or members differ. */
    UPDATE,
    /** Linked and active here, and in Okta deactivated or not assigned any more. */
    DEACTIVATE,
    /** Linked and deactivated here, and in Okta assigned and active again. */
    REACTIVATE
}
