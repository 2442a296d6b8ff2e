package io.roster.imports;

import io.roster.persistence.Documents;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Statements that change rows, in the caller's transaction. */
public final class Statements {

    private Statements() {}

    /**
     * Executes a statement.
     *
     * @param dataSource injected as shareable
     * @param statement with a {@code ?} for each value
     * @param values in the order of the statement
     * @return how many rows it changed
     */
    public static int change(DataSource dataSource, String statement, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Executes a statement for each row, in one trip to the database.
     *
     * @param dataSource injected as shareable
     * @param statement with a {@code ?} for each value of a row
     * @param rows in the order of the statement
     */
    public static void changeAll(DataSource dataSource, String statement, List<List<Object>> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    prepared.setObject(i + 1, row.get(i));
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Renews a lease: where that succeeds, nobody takes it before the commit.
     *
     * @param dataSource injected as shareable
     * @param lease of a run
     * @return whether it is still the holder's
     */
    public static boolean renewed(DataSource dataSource, ImportLease lease) {
        return change(
                        dataSource,
                        "update import_lease set lease_until = ? where run_id = ? and holder = ?",
                        Documents.now().toEpochMilli() + ImportRuns.LEASE.toMillis(),
                        lease.runId(),
                        lease.holder())
                > 0;
    }
}
