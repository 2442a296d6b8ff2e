package io.roster.imports;

import io.roster.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads {@code import_run}. */
final class ImportRunRows {

    private static final String COLUMNS = """
            select id, kind, cause, dry_run, started_by, app_id, server, started_at, beat_at, ended_at, state, step, detail,
              since, allowed_by, users_fetched, groups_fetched, members_fetched, users_matched, groups_matched, to_apply,
              applied, refused, app_total, app_leaving, org_total, org_leaving, stop_requested
            from import_run""";

    private ImportRunRows() {}

    static List<ImportRun> where(DataSource dataSource, String condition, Object... values) {
        return Sql.of(COLUMNS + " where " + condition + " order by started_at desc, id desc", values)
                .list(dataSource, ImportRunRows::run);
    }

    static List<ImportRun> page(DataSource dataSource, int offset, int most) {
        return Sql.of(COLUMNS + " order by started_at desc, id desc offset ? rows fetch next ? rows only", offset, most)
                .list(dataSource, ImportRunRows::run);
    }

    static Optional<Instant> lastBegan(DataSource dataSource, List<ImportKind> kinds) {
        Object[] names = kinds.stream().map(ImportKind::name).toArray();
        return Sql.of(
                        "select max(started_at) from import_run where dry_run = false and kind in "
                                + Sql.places(names.length),
                        names)
                .list(dataSource, row -> Optional.ofNullable(instant(row, 1)))
                .get(0);
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
                row.getString(1),
                ImportKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                instant(row, 10),
                ImportState.valueOf(row.getString(11)),
                ImportStep.valueOf(row.getString(12)),
                row.getString(13),
                instant(row, 14),
                row.getString(15),
                row.getLong(16),
                row.getLong(17),
                row.getLong(18),
                row.getLong(19),
                row.getLong(20),
                row.getLong(21),
                row.getLong(22),
                row.getLong(23),
                number(row, 24),
                number(row, 25),
                number(row, 26),
                number(row, 27),
                row.getBoolean(28));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
