package io.roster.okta;

/** How Roster signs in at Okta. */
public sealed interface OktaCredentials {

    /**
     * An API token: acts as the administrator who made it, and ends with that account or after 30 days without use.
     *
     * @param token the secret
     * @see <a href="https://developer.okta.com/docs/guides/create-an-api-token/main/">Create an API token</a>
     */
    record ApiToken(String token) implements OktaCredentials {

        /** Leaves the secret out, so that it never reaches a log. */
        @Override
        public String toString() {
            return "ApiToken";
        }
    }

    /**
     * An API services app, which signs in with a key pair and gets access tokens that end after an hour.
     *
     * @param clientId the app's client id
     * @param key what signs in
     * @see <a href="https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/">OAuth for Okta
     *     with a service app</a>
     */
    record ServiceApp(String clientId, SigningKey key) implements OktaCredentials {}
}
