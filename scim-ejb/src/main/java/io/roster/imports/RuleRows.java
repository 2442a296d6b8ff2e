package io.roster.imports;

import io.roster.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Reads settings and mappings of the import, and puts them into columns. */
final class RuleRows {

    private static final Sql SETTINGS = Sql.of("""
            select version, scheduled, app_id, full_cron, incremental_cron, time_zone, user_name_format,
              user_name_expression, exact_match, partial_match, confirm_exact, confirm_partial, confirm_new,
              app_threshold, org_threshold, saved_at, saved_by from import_settings where id = 1""");

    private static final Sql MAPPINGS =
            Sql.of("select attr_path, expression, applied from import_mapping order by ordinal, attr_path");

    /** Those between attrPaths, not those within brackets. */
    private static final Pattern BLANKS = Pattern.compile("\\s+(?![^\\[]*])");

    private RuleRows() {}

    /**
     * Reads both.
     *
     * @param dataSource within a transaction the shareable one
     */
    static StoredRules read(DataSource dataSource) {
        List<AttributeMapping> mappings = MAPPINGS.list(
                dataSource,
                row -> new AttributeMapping(
                        row.getString(1), row.getString(2), MappingScope.valueOf(row.getString(3))));
        return SETTINGS.list(dataSource, row -> new StoredRules(settings(row), mappings, saved(row), row.getString(17)))
                .get(0);
    }

    /**
     * Reads all but the mappings.
     *
     * @param dataSource within a transaction the shareable one
     */
    static ImportSettings settings(DataSource dataSource) {
        return SETTINGS.list(dataSource, RuleRows::settings).get(0);
    }

    private static ImportSettings settings(ResultSet row) throws SQLException {
        return new ImportSettings(
                row.getLong(1),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ZoneId.of(row.getString(6)),
                UserNameFormat.valueOf(row.getString(7)),
                row.getString(8),
                List.of(BLANKS.split(row.getString(9))),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getBoolean(13),
                (Integer) row.getObject(14),
                (Integer) row.getObject(15));
    }

    private static Instant saved(ResultSet row) throws SQLException {
        long millis = row.getLong(16);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** How attrPaths stand in a column. */
    static String column(Collection<String> attrPaths) {
        return String.join(" ", attrPaths);
    }
}
