package io.roster.imports;

/**
 * One attribute of somebody who is linked, as Okta wants it and as it is.
 *
 * @param attrPath the attribute
 * @param expression what makes its value of Okta's profiles; {@code null} for the userName in Okta's or the mail's form
 * @param wanted what Okta wants, as text; {@code null} for nothing
 * @param present what Roster has, as text; {@code null} for nothing
 * @param differs whether an import would change it
 */
public record ComparedField(String attrPath, String expression, String wanted, String present, boolean differs) {}
