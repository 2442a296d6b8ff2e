package io.roster.imports;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a run found to do about a user or group of Okta.
 *
 * @param oktaId Okta's id
 * @param oktaName what Okta calls it
 * @param kind how it meets what Roster has
 * @param rosterId whom it is about; {@code null} for somebody new and where that is not clear
 * @param rosterName what that is called, or {@code null}
 * @param matchId the only person who matches, where there is one, so that two who match the same one are found; for a group
 *     a digest of its members' differences
 * @param matches who matches, with what is equal
 * @param differences what would change, as {@link io.roster.audit.Changes#between} has it; {@code null} where it is refused
 * @param wanted what Okta owns; {@code null} where it is refused
 * @param refusal why it cannot be applied, or {@code null}
 */
record Finding(
        String oktaId,
        String oktaName,
        CandidateKind kind,
        String rosterId,
        String rosterName,
        String matchId,
        List<CandidateMatch> matches,
        String differences,
        JsonObject wanted,
        String refusal) {

    /** The same, now that somebody else of Okta matches the same person: an administrator chooses. */
    Finding contested() {
        return new Finding(
                oktaId, oktaName, CandidateKind.CONFLICT, null, null, matchId, matches, differences, wanted, refusal);
    }

    /** In which state a candidate of this kind begins. */
    CandidateState state(ImportSettings settings) {
        if (refusal != null) {
            return CandidateState.REFUSED;
        }
        boolean confirmed =
                switch (kind) {
                    case EXACT -> settings.confirmExact();
                    case PARTIAL -> settings.confirmPartial();
                    case NEW -> settings.confirmNew();
                    case CONFLICT -> false;
                    case UPDATE, DEACTIVATE, REACTIVATE -> true;
                };
        return confirmed ? CandidateState.CONFIRMED : CandidateState.WAITING;
    }
}
