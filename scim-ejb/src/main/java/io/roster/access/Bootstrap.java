package io.roster.access;

import io.roster.persistence.DatabaseLock;
import io.roster.settings.Banner;
import io.roster.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The first ones in: at each start sees to the API token and the administrator that the settings name. Under a lock,
 * so that of two servers that start at once on one database only one makes them and prints the password.
 */
@Startup
@Singleton
@DependsOn("Start")
@TransactionManagement(TransactionManagementType.BEAN)
public class Bootstrap {
    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private Settings settings;

    @EJB
    private ApiTokens tokens;

    @EJB
    private Administrators administrators;

    @EJB
    private Banner banner;

    @PostConstruct
    void begin() {
        try {
            new DatabaseLock(dataSource).holding(this::ensure).ifPresent(this::show);
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be locked for the first token and administrator", e);
        }
    }

    private Optional<String> ensure() {
        settings.bootstrapToken().ifPresent(secret -> tokens.ensure("ROSTER_BOOTSTRAP_SCIM_TOKEN", secret));
        return administrators.ensureBootstrap(settings.bootstrapAdminPassword().orElse(null));
    }

    private void show(String password) {
        banner.add("User name", Administrators.BOOTSTRAP);
        banner.add("Password", password + "  (shown only this once)");
    }
}
