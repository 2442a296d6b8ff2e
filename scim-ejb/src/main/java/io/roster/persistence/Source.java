package io.roster.persistence;

/** Who owns the identity fields of a person or the membership of a group. */
public enum Source {
    /** Provisioned through SCIM: Okta owns the identity, the console shows it locked. */
    OKTA,
    /** Made in the console. Okta may adopt it by matching, and then owns it. */
    CONSOLE
}
