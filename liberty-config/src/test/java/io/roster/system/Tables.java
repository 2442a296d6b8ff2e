package io.roster.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into the tables of a running server on PostgreSQL, past the server. */
public final class Tables {
    private final String url;

    private Tables(String url) {
        this.url = url;
    }

    /** Those of {@link SharedRoster#POSTGRESQL}. */
    public static Tables ofShared() {
        SharedRoster.POSTGRESQL.server();
        return new Tables(SharedRoster.postgres().url(SharedRoster.DATABASE));
    }

    /** Those of the server on PostgreSQL that tests kill. */
    public static Tables ofKilled() {
        SharedRoster.POSTGRESQL.toKill();
        return new Tables(SharedRoster.postgres().url(SharedRoster.KILLED));
    }

    /** Those of a database of {@link SharedRoster#postgres()}. */
    public static Tables of(String database) {
        return new Tables(SharedRoster.postgres().url(database));
    }

    /** A transaction that has locked the rows of a query, until it is closed. */
    public Connection holding(String query, Object... values) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            prepare(connection, query + " for update", values).execute();
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The rows that a query yields, by column name. */
    public List<Map<String, Object>> rows(String query, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, query, values);
                ResultSet found = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Changes rows and commits. */
    public void change(String statement, Object... values) {
        try (Connection connection = connect();
                PreparedStatement prepared = prepare(connection, statement, values)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The tables that have a row in which some column contains a text. */
    public List<String> thatContain(String text) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> table : rows("select tablename from pg_tables where schemaname = 'public'")) {
            String query = "select count(*) as hits from " + table.get("tablename") + " r where r::text like ?";
            if (!rows(query, "%" + text + "%").get(0).get("hits").equals(0L)) {
                found.add((String) table.get("tablename"));
            }
        }
        return found;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, SharedRoster.postgres().user(), "");
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
