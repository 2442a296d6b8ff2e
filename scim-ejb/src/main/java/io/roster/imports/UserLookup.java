package io.roster.imports;

/** Looks a user up in Okta, now. Implemented where Okta's client is. */
public interface UserLookup {

    /** Why there is nobody, or not all of somebody. */
    enum Problem {
        /** The settings of the connection lack something. */
        NOT_CONFIGURED,
        /** Okta has no such user. */
        NOBODY,
        /** The app is not assigned to the user, or there is none of that id: there is no profile of the assignment. */
        NOT_ASSIGNED,
        /** Okta refused. */
        REFUSED,
        /** Okta did not answer in time. */
        UNANSWERED
    }

    /**
     * What was found.
     *
     * @param user the user; {@code null} where it could not be read
     * @param problem why not, or what is missing; {@code null} for nothing
     * @param detail what Okta said, or {@code null}
     */
    record Found(FetchedUser user, Problem problem, String detail) {}

    /**
     * Reads a user.
     *
     * @param appId Okta's id of the app; {@code null} where none is set, and then the user counts as not assigned
     * @param login the user's login, or Okta's id
     * @return what was found; within some seconds, also where Okta does not answer
     */
    Found find(String appId, String login);
}
