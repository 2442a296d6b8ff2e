package io.roster.imports;

/**
 * Which attribute gets what of Okta's profile.
 *
 * @param attrPath of the User schema (RFC 7644 figure 2), such as {@code name.givenName} or
 *     {@code emails[type eq "work"].value}
 * @param expression in Okta's expression language, of the subset that Roster knows
 * @param applied when
 */
public record AttributeMapping(String attrPath, String expression, MappingScope applied) {}
