package io.roster.imports;

import io.roster.persistence.Sql;
import io.roster.scim.schema.ResourceType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * How a run matches.
 *
 * @param settings as they are now
 * @param mapping made of them
 */
record MatchingRules(ImportSettings settings, UserMapping mapping) {

    private static final String SETTINGS = """
            select version, scheduled, app_id, full_cron, incremental_cron, time_zone, user_name_format,
              user_name_expression, exact_match, partial_match, confirm_exact, confirm_partial, confirm_new,
              app_threshold, org_threshold from import_settings where id = 1""";

    /** Not those within brackets. */
    private static final Pattern BLANKS = Pattern.compile("\\s+(?![^\\[]*])");

    static MatchingRules read(DataSource dataSource, ResourceType type) {
        ImportSettings settings =
                Sql.of(SETTINGS).list(dataSource, MatchingRules::settings).get(0);
        List<AttributeMapping> mappings = Sql.of(
                        "select attr_path, expression, applied from import_mapping order by ordinal, attr_path")
                .list(
                        dataSource,
                        row -> new AttributeMapping(
                                row.getString(1), row.getString(2), MappingScope.valueOf(row.getString(3))));
        return new MatchingRules(settings, new OwnedAttributes(PersonMapping.of(settings, mappings, type)));
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
}
