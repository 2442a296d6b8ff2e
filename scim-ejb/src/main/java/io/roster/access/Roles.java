package io.roster.access;

/** The roles of people who sign in to the console. */
public final class Roles {

    /** May do everything. */
    public static final String ADMINISTRATOR = "administrator";

    /** May see everything and change nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
