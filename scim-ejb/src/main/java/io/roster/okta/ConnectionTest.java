package io.roster.okta;

import java.util.Set;

/**
 * Tries a connection to Okta, step by step, and says what works and what is missing. Each step stands alone and ends within
 * {@value #MOST_SECONDS} seconds, so that a page can show one after the other. Nobody's data is changed: see
 * {@link Step#WRITE} and {@link Step#EXTENSION}. Implemented where Okta's client is.
 */
public interface ConnectionTest {

    /** How long a step may take. */
    int MOST_SECONDS = 25;

    /** What is tried, in this order: where one fails, those behind it say nothing. */
    enum Step {
        /** Okta answers at the URL. No credential is sent. */
        REACH,
        /** Okta accepts the token, or gives the service app an access token with every scope that it needs. */
        SIGN_IN,
        /** Users may be read. */
        READ,
        /**
         * Users may be changed. One user's attribute is sent with the value that it has, under an {@code If-Match} that no
         * user's version can have: Okta refuses whoever may not write (403) before it compares versions, and everybody
         * else because of the version (412). So nothing is written; and were a server to pass over {@code If-Match}, what
         * it wrote would be what was there.
         */
        WRITE,
        /**
         * The attribute for the extension exists, takes texts, is long enough and not owned by somebody else. Where a user
         * is named, that user is sent the very value that the user has: what Okta minds about the user or the attribute
         * shows only then.
         */
        EXTENSION,
        /** The attribute for the number, likewise. */
        NUMBER,
        /** What the import reads may be read: a page each of the app's users, its groups, their members, the System Log. */
        IMPORT
    }

    /**
     * Does one step.
     *
     * @param step which one
     * @param connection with what
     * @param subject on what
     * @return what came of it
     */
    StepOutcome run(Step step, OktaConnection connection, Subject subject);

    /**
     * On what steps are tried.
     *
     * @param attributes the attributes to look for; one that is {@code null} is off
     * @param login the user to try attributes with, by login or id; {@code null} or blank for nobody
     * @param appId the app that is imported from; {@code null} for none
     */
    record Subject(OktaAttributes attributes, String login, String appId) {}

    /** What an import reads, in this order. */
    enum ImportRead {
        /** The users to whom the app is assigned. */
        USERS(Set.of("okta.users.read", "okta.apps.read")),
        /** The groups to which it is assigned. */
        GROUPS(Set.of("okta.apps.read", "okta.groups.read")),
        /** The members of one of them, where there is one. */
        MEMBERS(Set.of("okta.apps.read", "okta.groups.read")),
        /** The System Log. */
        LOG(Set.of("okta.logs.read"));

        private final Set<String> scopes;

        ImportRead(Set<String> scopes) {
            this.scopes = scopes;
        }

        /** {@return the scopes that a service app needs for it} */
        public Set<String> scopes() {
            return scopes;
        }
    }

    /**
     * Adds an attribute of type string to the schema of Okta's default user type; people see theirs and cannot change it.
     *
     * @param connection with what; a service app needs the scope {@code okta.schemas.manage}
     * @param name the attribute's name in Okta
     * @param title what Okta's console is to call it
     * @param step {@link Step#EXTENSION} or {@link Step#NUMBER}, for the answer
     * @return what came of it
     */
    StepOutcome create(OktaConnection connection, String name, String title, Step step);

    /** The scopes that a service app needs. */
    Set<String> SCOPES = Set.of("okta.users.read", "okta.users.manage", "okta.schemas.read");
}
