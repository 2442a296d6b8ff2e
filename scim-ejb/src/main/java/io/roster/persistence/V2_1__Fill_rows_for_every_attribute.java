package io.roster.persistence;

import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Derives the rows of people and groups that were there before version 2 of the tables, and renews keys, which
 * had neither escapes nor today's folding. What it knows of columns is what version 2 had. Flyway reads version and
 * description from the name.
 */
final class V2_1__Fill_rows_for_every_attribute extends BaseJavaMigration {

    private static final int FETCHED = 500;

    private static final ColumnBindings PEOPLE = new ColumnBindings("person")
            .column("userName", "user_name_key", false)
            .column("externalId", "external_id", true)
            .column("displayName", "display_name_key", true)
            .column("active", "active", false)
            .values("person_value", "person_id");
    private static final ColumnBindings GROUPS = new ColumnBindings("directory_group")
            .column("displayName", "display_name_key", false)
            .column("externalId", "external_id", true)
            .values("group_value", "group_id");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        fill(connection, SchemaRegistry.standard().user(), PEOPLE);
        fill(connection, SchemaRegistry.standard().group(), GROUPS);
        for (String key :
                List.of("user_name_key", "external_id", "display_name_key", "full_name_key", "family_name_key")) {
            renewKeys(connection, "person", key);
        }
        for (String key : List.of("display_name_key", "external_id")) {
            renewKeys(connection, "directory_group", key);
        }
    }

    private static void fill(Connection connection, ResourceType type, ColumnBindings bindings) throws SQLException {
        ValueTable values = new ValueTable(null, bindings);
        try (Statement statement = connection.createStatement()) {
            // PostgreSQL would read all documents into memory otherwise.
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery("select id, document from " + bindings.table())) {
                while (rows.next()) {
                    values.insert(connection, type, rows.getString(1), Documents.parse(rows.getString(2)));
                }
            }
        }
    }

    private static void renewKeys(Connection connection, String table, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, " + column + " from " + table + " where " + column + " is not null");
                PreparedStatement update =
                        connection.prepareStatement("update " + table + " set " + column + " = ? where id = ?")) {
            while (rows.next()) {
                String key = rows.getString(2);
                String renewed = column.equals("external_id") ? Keys.of(key) : Keys.fold(key);
                if (!renewed.equals(key)) {
                    update.setString(1, renewed);
                    update.setString(2, rows.getString(1));
                    update.executeUpdate();
                }
            }
        }
    }
}
