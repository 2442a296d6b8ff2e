package io.roster.imports;

/** What becomes the {@code userName} of somebody who is imported. */
public enum UserNameFormat {
    /** The username that Okta has for the app. */
    OKTA_USERNAME,
    /** The address in Okta's profile. */
    EMAIL,
    /** The value of an expression. */
    EXPRESSION
}
