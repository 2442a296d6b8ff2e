package io.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The one place that brings a database's tables to the state that this version of Roster needs. */
public final class Migrations {
    private static final Map<String, String> DERBY = Map.of("text", "clob", "key", "varchar(512)", "bytes", "blob");
    /** Collation C compares by code point, as Derby does. */
    private static final Map<String, String> POSTGRESQL =
            Map.of("text", "text", "key", "varchar(512) collate \"C\"", "bytes", "bytea");

    private final DataSource dataSource;

    public Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Applies the versioned scripts that the database does not have yet, from {@code db/migration/common} and from the
     * folder of its product, and what was too much for a script. Of several servers that start at once, one migrates and the others wait.
     *
     * @return how many were applied
     * @throws SQLException when the database can't be reached or is none that Roster knows
     * @throws FlywayException when a script fails, or one that was applied has changed since
     */
    public int migrate() throws SQLException {
        return migrate("latest");
    }

    /** The same up to a version, as an earlier Roster did. */
    int migrate(String target) throws SQLException {
        String product = product();
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + product)
                .failOnMissingLocations(true)
                .target(target)
                .javaMigrations(new V2_1__Fill_rows_for_every_attribute())
                .placeholders(product.equals("derby") ? DERBY : POSTGRESQL)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                // The application server makes the tables of its timers and jobs first, so the schema is not empty
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        return new DatabaseLock(dataSource).holding(() -> flyway.migrate().migrationsExecuted);
    }

    private String product() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String name = connection.getMetaData().getDatabaseProductName();
            return switch (name) {
                case "Apache Derby" -> "derby";
                case "PostgreSQL" -> "postgresql";
                default -> throw new SQLException("Roster has no migrations for " + name, "0A000");
            };
        }
    }
}
