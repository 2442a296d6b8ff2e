package io.roster.imports;

import io.roster.persistence.Ids;
import io.roster.persistence.Keys;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes candidates in one statement a kind of change, within the running transaction. */
final class CandidateRowsWriter {

    private static final int REFUSAL_LENGTH = 1000;

    private static final String INSERT = """
            insert into import_candidate (okta_name, okta_name_key, kind, state, roster_id, roster_name, match_id, matches,
              differences, wanted, refusal, found_at, run_id, id, preview, resource_type, okta_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String REWRITE = """
            update import_candidate set okta_name = ?, okta_name_key = ?, kind = ?, state = ?, roster_id = ?,
              roster_name = ?, match_id = ?, matches = ?, differences = ?, wanted = ?, refusal = ?, found_at = ?,
              run_id = ?, decided_at = null, decided_by = null, applied_at = null
            where id = ?""";

    private static final String REFRESH = """
            update import_candidate set match_id = ?, matches = ?, differences = ?, wanted = ?, state = ?, refusal = null,
              run_id = ?
            where id = ?""";

    private static final String SEEN = "update import_candidate set run_id = ? where id = ?";

    private static final String CONTESTED = """
            update import_candidate set kind = 'CONFLICT', state = 'WAITING', roster_id = null, roster_name = null,
              found_at = ?, run_id = ?
            where id = ? and decided_by is null and state in ('WAITING', 'CONFIRMED')""";

    private final Connection connection;
    private final String preview;
    private final String runId;
    private final String resourceType;
    private final long now;

    CandidateRowsWriter(Connection connection, String preview, String runId, String resourceType, long now) {
        this.connection = connection;
        this.preview = preview;
        this.runId = runId;
        this.resourceType = resourceType;
        this.now = now;
    }

    /** Writes changes, and returns the ids of the candidates by Okta's id. */
    Map<String, String> write(Collection<CandidateChange> changes) throws SQLException {
        Map<String, String> ids = new HashMap<>();
        List<List<Object>> inserted = new ArrayList<>();
        List<List<Object>> rewritten = new ArrayList<>();
        List<List<Object>> refreshed = new ArrayList<>();
        List<List<Object>> seen = new ArrayList<>();
        List<List<Object>> deleted = new ArrayList<>();
        for (CandidateChange change : changes) {
            String id = change.id() == null ? Ids.next() : change.id();
            if (change.finding() != null) {
                ids.put(change.finding().oktaId(), id);
            }
            switch (change.todo()) {
                case INSERT ->
                    inserted.add(content(
                            change,
                            Arrays.asList(
                                    id, preview, resourceType, change.finding().oktaId())));
                case REWRITE -> rewritten.add(content(change, List.of(id)));
                case REFRESH -> refreshed.add(refresh(change, id));
                case SEEN -> seen.add(List.of(runId, id));
                case DELETE -> deleted.add(List.of(id));
            }
        }
        // First those that go: a row may take the place of another one only when that is gone.
        execute("delete from import_candidate where id = ?", deleted);
        execute(REWRITE, rewritten);
        execute(REFRESH, refreshed);
        execute(SEEN, seen);
        execute(INSERT, inserted);
        return ids;
    }

    /** Makes conflicts of candidates whose person somebody else of Okta matches too. */
    void contested(List<String> ids) throws SQLException {
        execute(
                CONTESTED,
                ids.stream().map(id -> List.<Object>of(now, runId, id)).toList());
    }

    private List<Object> content(CandidateChange change, List<String> identity) {
        Finding finding = change.finding();
        List<Object> row = new ArrayList<>(Arrays.asList(
                finding.oktaName(),
                Keys.fold(finding.oktaName()),
                finding.kind().name(),
                change.state().name(),
                finding.rosterId(),
                finding.rosterName(),
                finding.matchId(),
                CandidateMatch.write(finding.matches()),
                finding.differences(),
                text(finding.wanted()),
                finding.refusal() == null ? null : Keys.shortened(finding.refusal(), REFUSAL_LENGTH),
                now,
                runId));
        row.addAll(identity);
        return row;
    }

    private List<Object> refresh(CandidateChange change, String id) {
        Finding finding = change.finding();
        return Arrays.asList(
                finding.matchId(),
                CandidateMatch.write(finding.matches()),
                finding.differences(),
                text(finding.wanted()),
                change.state().name(),
                runId,
                id);
    }

    /** Writes who is to be added to groups (true) or removed (false), in place of what was noted before. */
    void members(Map<String, String> candidates, Map<String, Map<String, Boolean>> members) throws SQLException {
        List<List<Object>> groups = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        members.forEach(
                (group, changes) -> Optional.ofNullable(candidates.get(group)).ifPresent(id -> {
                    groups.add(List.of(id));
                    changes.forEach((oktaId, wanted) -> rows.add(List.of(id, oktaId, wanted)));
                }));
        execute("delete from import_member where candidate_id = ?", groups);
        execute("insert into import_member (candidate_id, okta_id, wanted) values (?, ?, ?)", rows);
    }

    int change(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }

    private static String text(JsonObject wanted) {
        return wanted == null ? null : wanted.toString();
    }

    void execute(String statement, List<List<Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    prepared.setObject(i + 1, row.get(i));
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }
}
