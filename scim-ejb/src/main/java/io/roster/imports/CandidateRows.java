package io.roster.imports;

import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads candidates: constant statements a page. */
final class CandidateRows {

    private static final String COLUMNS = """
            select id, preview, run_id, resource_type, okta_id, okta_name, kind, state, roster_id, roster_name, matches,
              differences, wanted, refusal, found_at, decided_at, decided_by, applied_at
            from import_candidate""";

    // Derby sorts all rows of the state otherwise; PostgreSQL chooses well by itself, and takes this for a comment.
    private static final String BY_LIST = " --DERBY-PROPERTIES index=import_candidate_list\n";

    private final DataSource dataSource;

    CandidateRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The condition of a query; what fills its gaps is added to the values. */
    static String where(CandidateQuery query, List<Object> values) {
        values.add(query.preview());
        values.add(query.state().name());
        String where = " where preview = ? and state = ?";
        if (query.kind() != null) {
            where += " and kind = ?";
            values.add(query.kind().name());
        }
        if (query.search() != null) {
            where += " and okta_name_key like ? escape '!'";
            values.add(Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%');
        }
        return where;
    }

    List<Candidate> page(CandidateQuery query, int offset, int most) {
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        values.add(offset);
        values.add(most);
        List<String> ids = new Sql(
                        "select id from import_candidate" + BY_LIST + where
                                + " order by kind, okta_name_key, id offset ? rows fetch next ? rows only",
                        values)
                .list(dataSource, row -> row.getString(1));
        return of(ids);
    }

    List<Candidate> ofRun(String runId, CandidateState state, int offset, int most) {
        return of(Sql.of(
                        "select id from import_candidate --DERBY-PROPERTIES index=import_candidate_run\n"
                                + " where run_id = ? and state = ? order by id offset ? rows fetch next ? rows only",
                        runId,
                        state.name(),
                        offset,
                        most)
                .list(dataSource, row -> row.getString(1)));
    }

    /** The first ids of a query that a decision can be about. */
    List<String> ids(CandidateQuery query, Decision decision, Collection<String> among, long seen, int most) {
        List<Object> values = new ArrayList<>();
        String where = decidable(query, decision, among, seen, values);
        values.add(most);
        return new Sql("select id from import_candidate" + where + " fetch first ? rows only", values)
                .list(dataSource, row -> row.getString(1));
    }

    int count(CandidateQuery query, Decision decision, Collection<String> among, long seen) {
        List<Object> values = new ArrayList<>();
        String where = decidable(query, decision, among, seen, values);
        return new Sql("select count(*) from import_candidate" + where, values)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    private static String decidable(
            CandidateQuery query, Decision decision, Collection<String> among, long seen, List<Object> values) {
        String where = where(query, values) + decision.condition() + " and found_at <= ?";
        values.add(seen);
        if (!among.isEmpty()) {
            where += " and id in " + Sql.places(among.size());
            values.addAll(among);
        }
        return where;
    }

    List<Candidate> of(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return new Sql(COLUMNS + " where id in " + Sql.places(ids.size()), List.copyOf(ids))
                .list(dataSource, CandidateRows::candidate).stream()
                        .sorted(Comparator.comparingInt(each -> ids.indexOf(each.id())))
                        .toList();
    }

    Map<String, RosterSide> sides(Collection<String> ids) {
        Map<String, RosterSide> sides = new HashMap<>();
        if (!ids.isEmpty()) {
            List<Object> values = List.copyOf(ids);
            String in = " where id in " + Sql.places(values.size());
            new Sql("select id, full_name, user_name, active, document from person" + in, values)
                    .list(dataSource, row -> sides.put(row.getString(1), person(row)));
            new Sql("select id, display_name, document from directory_group" + in, values)
                    .list(
                            dataSource,
                            row -> sides.put(
                                    row.getString(1),
                                    RosterSide.group(row.getString(1), row.getString(2), row.getString(3))));
        }
        return sides;
    }

    Optional<RosterSide> person(String id) {
        return Sql.of("select id, full_name, user_name, active, document from person where id = ?", id)
                .list(dataSource, CandidateRows::person)
                .stream()
                .findFirst();
    }

    private static RosterSide person(ResultSet row) throws SQLException {
        return RosterSide.person(
                row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5));
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).equals("Group"),
                row.getString(5),
                row.getString(6),
                CandidateKind.valueOf(row.getString(7)),
                CandidateState.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                CandidateMatch.read(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                Instant.ofEpochMilli(row.getLong(15)),
                instant(row, 16),
                row.getString(17),
                instant(row, 18));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
