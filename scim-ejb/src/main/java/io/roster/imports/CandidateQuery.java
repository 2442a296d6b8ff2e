package io.roster.imports;

/**
 * Which candidates to list.
 *
 * @param preview the id of a dry run; empty for what is to be done
 * @param state in which state
 * @param kind of which kind; {@code null} for all
 * @param search what Okta's name begins with, in any case; {@code null} for all
 */
public record CandidateQuery(String preview, CandidateState state, CandidateKind kind, String search) {

    /** The {@code preview} of what is to be done, and not of a dry run. */
    public static final String REAL = "";
}
