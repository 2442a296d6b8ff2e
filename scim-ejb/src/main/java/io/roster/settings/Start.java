package io.roster.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
    @Resource(lookup = "jdbc/roster")
    DataSource dataSource;

    @PostConstruct
    void start() {
        try (Connection connection = dataSource.getConnection()) {
            System.out.println("DB " + connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getURL());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
