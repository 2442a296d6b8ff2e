package io.roster.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * A candidate as an earlier run left it, or an administrator.
 *
 * @param id of the candidate
 * @param preview the dry run that found it; empty for what is to be done
 * @param runId the last run that found it
 * @param oktaId Okta's id
 * @param kind how it meets what Roster has
 * @param state how far it has come
 * @param rosterId whom it is about
 * @param matchId the only one who matches
 * @param matches JSON
 * @param differences JSON
 * @param wanted JSON
 * @param refusal why it could not be applied
 * @param decidedBy the administrator who decided; {@code null} where the settings did
 */
record StoredCandidate(
        String id,
        String preview,
        String runId,
        String oktaId,
        CandidateKind kind,
        CandidateState state,
        String rosterId,
        String matchId,
        String matches,
        String differences,
        String wanted,
        String refusal,
        String decidedBy) {

    static final String COLUMNS =
            "id, preview, run_id, okta_id, kind, state, roster_id, match_id, matches, differences,"
                    + " wanted, refusal, decided_by";

    static StoredCandidate read(ResultSet row) throws SQLException {
        return new StoredCandidate(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                CandidateKind.valueOf(row.getString(5)),
                CandidateState.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }

    /** Whether it is about somebody who is linked already, as the other kinds are not. */
    boolean isOfLinked() {
        return isOfLinked(kind);
    }

    static boolean isOfLinked(CandidateKind kind) {
        return kind == CandidateKind.UPDATE || kind == CandidateKind.DEACTIVATE || kind == CandidateKind.REACTIVATE;
    }

    /** Whether a run found the same as is stored. What an administrator chose is no difference. */
    boolean tells(Finding finding) {
        return kind == finding.kind()
                && Objects.equals(matchId, finding.matchId())
                && Objects.equals(matches, CandidateMatch.write(finding.matches()))
                && Objects.equals(
                        wanted,
                        finding.wanted() == null ? null : finding.wanted().toString())
                && (decidedBy != null
                        || Objects.equals(rosterId, finding.rosterId())
                                && Objects.equals(differences, finding.differences()));
    }
}
