package io.roster.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One statement for many rows, in one trip to the database. */
final class Batch {

    private Batch() {}

    /**
     * Executes a statement for each row.
     *
     * @param connection of the running transaction
     * @param statement with a {@code ?} for each value of a row
     * @param rows in the order of the statement's parameters
     * @return the rows for which nothing was changed
     */
    static List<List<Object>> execute(Connection connection, String statement, List<List<Object>> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    prepared.setObject(i + 1, row.get(i));
                }
                prepared.addBatch();
            }
            int[] changed = prepared.executeBatch();
            List<List<Object>> unchanged = new ArrayList<>();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == 0) {
                    unchanged.add(rows.get(i));
                }
            }
            return unchanged;
        }
    }
}
