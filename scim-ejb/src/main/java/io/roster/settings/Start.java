package io.roster.settings;

import io.roster.persistence.CursorKey;
import io.roster.persistence.Migrations;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.FlywayException;

/**
 * What happens before anything else: the settings are checked, then the database is brought up to date. Other beans
 * that work at start name this one in {@code @DependsOn("Start")}. Transactions are the migrations' own affair.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
    private Settings settings;
    private CursorKey cursorKey;
    private Seals seals;

    @PostConstruct
    void begin() {
        Config config = ConfigProvider.getConfig();
        boolean standalone =
                config.getOptionalValue("roster.standalone", Boolean.class).orElse(false);
        try {
            settings = Settings.of(name -> value(config, name));
            if (standalone) {
                new Listening(settings).check();
            }
            var directory = new DataDirectory(settings.dataDirectory());
            directory.prepare();
            SecretKey key = settings.secretKey().orElseGet(directory::secretKey);
            cursorKey = new CursorKey(key.bytes());
            seals = new Seals(key);
            migrate();
        } catch (RefusedSetting e) {
            throw new Refusal(standalone).of(e);
        }
    }

    private void migrate() {
        try {
            // Not injected: with a wrong ROSTER_DB_URL there is none, and it is to be refused with its sentence first.
            new Migrations(InitialContext.<DataSource>doLookup("jdbc/roster")).migrate();
        } catch (SQLException | FlywayException e) {
            throw DatabaseTrouble.refusal(e, settings.database());
        } catch (NamingException e) {
            throw new IllegalStateException("the server has no data source jdbc/roster", e);
        }
    }

    /**
     * What an operator sets (environment 300, system properties 400: MicroProfile Config 3.1, "Default ConfigSources")
     * is meant literally, because a password may look like an expression. The server's own defaults are made of them.
     */
    private static String value(Config config, String name) {
        var value = config.getConfigValue(name);
        boolean literal = value.getSourceOrdinal() == 300 || value.getSourceOrdinal() == 400;
        return literal ? value.getRawValue() : value.getValue();
    }

    /** The settings that this server was started with, for injection. */
    @Produces
    @Dependent
    public Settings settings() {
        return settings;
    }

    /** What seals stored secrets, for injection. */
    @Produces
    @Dependent
    public Seals seals() {
        return seals;
    }

    /** The key that seals cursors, for injection. */
    @Produces
    @Dependent
    public CursorKey cursorKey() {
        return cursorKey;
    }
}
