/**
 * Expressions in the subset of Okta's expression language that username formats and attribute mappings use. Pure: an
 * expression reads attributes of profiles and calls functions of a list, and can do nothing else. See
 * {@link io.roster.expression.Expression}.
 */
package io.roster.expression;
