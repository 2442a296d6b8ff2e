package io.roster.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The product's tables in an order in which rows can be deleted (who refers, before who is referred to), and the rows
 * that the migrations put into them.
 */
final class Tables {
    private final DataSource dataSource;
    private final List<String> inDeletionOrder;
    private final Map<String, List<Object[]>> seeded = new HashMap<>();

    private Tables(DataSource dataSource, List<String> inDeletionOrder) {
        this.dataSource = dataSource;
        this.inDeletionOrder = inDeletionOrder;
    }

    /** Reads the tables of a database that was just migrated. */
    static Tables of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Tables tables = new Tables(dataSource, inDeletionOrder(connection));
            for (String table : tables.inDeletionOrder) {
                tables.remember(connection, table);
            }
            return tables;
        }
    }

    /** Deletes every row and puts the migrations' rows back. */
    void restore() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String table : inDeletionOrder) {
                    statement.addBatch("delete from " + table);
                }
                statement.executeBatch();
            }
            List<String> inInsertionOrder = new ArrayList<>(inDeletionOrder);
            Collections.reverse(inInsertionOrder);
            for (String table : inInsertionOrder) {
                for (Object[] row : seeded.getOrDefault(table, List.of())) {
                    insert(connection, table, row);
                }
            }
            connection.commit();
        }
    }

    private void remember(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                Object[] row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                seeded.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
            }
        }
    }

    private static void insert(Connection connection, String table, Object[] row) throws SQLException {
        String marks = String.join(",", Collections.nCopies(row.length, "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.executeUpdate();
        }
    }

    private static List<String> inDeletionOrder(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        Set<String> ordered = new LinkedHashSet<>();
        try (ResultSet tables =
                metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                if (!tables.getString("TABLE_NAME").equalsIgnoreCase("flyway_schema_history")) {
                    add(connection, tables.getString("TABLE_NAME"), ordered);
                }
            }
        }
        return List.copyOf(ordered);
    }

    private static void add(Connection connection, String table, Set<String> ordered) throws SQLException {
        if (!ordered.contains(table)) {
            try (ResultSet keys =
                    connection.getMetaData().getExportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
                while (keys.next()) {
                    if (!keys.getString("FKTABLE_NAME").equals(table)) {
                        add(connection, keys.getString("FKTABLE_NAME"), ordered);
                    }
                }
            }
            ordered.add(table);
        }
    }
}
