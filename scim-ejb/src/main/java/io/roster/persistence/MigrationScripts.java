package io.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Where the versioned scripts of the tables lie, and what their placeholders mean on each database. */
public final class MigrationScripts {
    private static final Map<String, String> DERBY = Map.of("text", "clob", "key", "varchar(512)");
    /** Collation C compares by code point, as Derby does. */
    private static final Map<String, String> POSTGRESQL = Map.of("text", "text", "key", "varchar(512) collate \"C\"");

    private MigrationScripts() {}

    /**
     * Flyway for a database, ready to migrate. A database that holds other tables already, such as those that the server
     * makes for its timers, counts as being at version 0.
     *
     * @throws SQLException when the database does not answer
     */
    public static Flyway flyway(DataSource dataSource) throws SQLException {
        boolean derby = isDerby(dataSource);
        return Flyway.configure(MigrationScripts.class.getClassLoader())
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/common", "classpath:db/migration/" + (derby ? "derby" : "postgresql"))
                .placeholders(derby ? DERBY : POSTGRESQL)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private static boolean isDerby(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().contains("Derby");
        }
    }
}
