package io.roster.imports;

import java.util.List;

/**
 * What would bring one person or group of Roster in line with Okta.
 *
 * @param kind what is done: as a candidate of an import
 * @param rosterName who is changed or linked; {@code null} for somebody new
 * @param changes attribute by attribute
 * @param refusal why it cannot be done; {@code null} where it can
 * @param digest tells apart what would be done
 */
public record RosterRepair(
        CandidateKind kind, String rosterName, List<AttributeDifference> changes, String refusal, String digest) {}
