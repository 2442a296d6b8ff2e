package io.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The one place that brings a database's tables to the state that this version of Roster needs. */
public final class Migrations {
    private final DataSource dataSource;

    public Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Applies the migrations that the database does not have yet, under {@code db/migration/common} and under the
     * folder of its product. Of several servers that start at once, one migrates and the others wait.
     *
     * @return how many were applied
     * @throws SQLException when the database can't be reached or is none that Roster knows
     * @throws FlywayException when a migration fails, or an applied one was changed since
     */
    public int migrate() throws SQLException {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + product())
                .failOnMissingLocations(true)
                .callbackLocations(new String[0])
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
