package io.roster.okta;

/** The ways to sign in at Okta. */
public enum Authentication {
    /** With an API token, as the administrator who made it. */
    API_TOKEN,
    /** With a key pair, as an app with scopes of its own. */
    SERVICE_APP
}
