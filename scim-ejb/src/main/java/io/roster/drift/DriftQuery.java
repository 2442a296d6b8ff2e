package io.roster.drift;

/**
 * Which rows of the comparison that is shown.
 *
 * @param groups whether groups, and not people
 * @param kind of which kind; {@code null} for all
 * @param search what the name begins with, in any case; {@code null} for all
 */
public record DriftQuery(boolean groups, DriftKind kind, String search) {}
