package io.roster.console.imports;

import io.roster.imports.CandidateMatch;
import io.roster.imports.RosterSide;

/**
 * Somebody of Roster who may be meant.
 *
 * @param match as the import found it
 * @param side the person as it is now; {@code null} for one who was deleted
 * @param reason what is equal, in words
 */
public record MatchLine(CandidateMatch match, RosterSide side, String reason) {}
