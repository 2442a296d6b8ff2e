package io.roster.imports;

import io.roster.persistence.Documents;
import io.roster.persistence.Sql;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * A candidate that is to be applied.
 *
 * @param id of the candidate
 * @param oktaId Okta's id
 * @param oktaName what Okta calls it
 * @param kind how it meets what Roster has
 * @param rosterId whom it is about; {@code null} for somebody new
 * @param matches who matched
 * @param wanted what Okta owns
 * @param chosen whether an administrator decided it, and not the settings
 * @param begun whether a part of it was applied already
 * @param since when the run that found it began to read Okta: what was changed here after that may be newer
 */
record ConfirmedCandidate(
        String id,
        String oktaId,
        String oktaName,
        CandidateKind kind,
        String rosterId,
        List<CandidateMatch> matches,
        JsonObject wanted,
        boolean chosen,
        boolean begun,
        Instant since) {

    private static final String SELECT = """
            select c.id, c.okta_id, c.okta_name, c.kind, c.roster_id, c.matches, c.wanted, c.decided_by, c.applied_at,
              coalesce(r.started_at, c.found_at)
            from import_candidate c left join import_run r on r.id = c.run_id where c.id = ?""";

    static ConfirmedCandidate read(DataSource dataSource, String id) {
        return Sql.of(SELECT, id).list(dataSource, ConfirmedCandidate::read).get(0);
    }

    private static ConfirmedCandidate read(ResultSet row) throws SQLException {
        String wanted = row.getString(7);
        return new ConfirmedCandidate(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                CandidateKind.valueOf(row.getString(4)),
                row.getString(5),
                CandidateMatch.read(row.getString(6)),
                wanted == null ? JsonValue.EMPTY_JSON_OBJECT : Documents.parse(wanted),
                row.getString(8) != null,
                row.getObject(9) != null,
                Instant.ofEpochMilli(row.getLong(10)));
    }

    boolean isOfLinked() {
        return StoredCandidate.isOfLinked(kind);
    }
}
