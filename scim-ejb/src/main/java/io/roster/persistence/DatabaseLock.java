package io.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What only one server at a time may do in a database, such as the first steps of a start. On PostgreSQL this is an
 * advisory lock of the session, which also ends with the session of a server that was killed. Derby in a directory
 * belongs to one process, which starts once, so nothing is locked there.
 */
public final class DatabaseLock {
    /** Any number that no other application on the same database uses; these are the letters "ROSTER". */
    private static final long KEY = 0x524F53544552L;

    private final DataSource dataSource;

    public DatabaseLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does the work while no other server does any under this lock. To be called outside a transaction.
     *
     * @throws SQLException when the lock can't be taken
     */
    public <T> T holding(Supplier<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!DatabaseProduct.isPostgresql(connection)) {
                return work.get();
            }
            call(connection, "pg_advisory_lock");
            try {
                return work.get();
            } finally {
                call(connection, "pg_advisory_unlock");
            }
        }
    }

    private static void call(Connection connection, String function) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select " + function + "(" + KEY + ")");
        }
    }
}
