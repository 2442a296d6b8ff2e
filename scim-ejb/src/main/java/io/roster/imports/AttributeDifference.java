package io.roster.imports;

/**
 * How an import would change an attribute of somebody.
 *
 * @param attrPath the attribute
 * @param before its value as text; {@code null} for none
 * @param after what it would be; {@code null} for none
 */
public record AttributeDifference(String attrPath, String before, String after) {}
