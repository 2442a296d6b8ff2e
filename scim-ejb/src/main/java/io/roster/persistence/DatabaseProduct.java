package io.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Which of the two databases it is, for the few statements that they do not have in common. */
public final class DatabaseProduct {

    private DatabaseProduct() {}

    /**
     * Asks the driver, not the database.
     *
     * @param connection to either
     * @return true for PostgreSQL, false for Derby
     * @throws SQLException as the connection does
     */
    public static boolean isPostgresql(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }
}
