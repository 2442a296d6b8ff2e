package io.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What other tests rely on: migrated tables, empty at each start, and a count of statements that is right. */
@OnEachDatabase
class TestDatabaseTest {
    @Parameter
    TestDatabase database;

    @RepeatedTest(2)
    void rowsOfOneTestAreGoneInTheNext() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) from tombstone")).isZero();
            statement.executeUpdate("insert into tombstone values ('1', 'User', 'ada', null, '{}', 0, 'test')");
            assertThat(number(statement, "select count(*) from tombstone")).isOne();
        }
    }

    @RepeatedTest(2)
    void rowsOfTheMigrationsComeBack() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) from resource_count where total = 0"))
                    .isGreaterThan(1);
            statement.executeUpdate("update resource_count set total = 7");
        }
    }

    @Test
    void countsStatements() throws Exception {
        int statements = database.dataSource().statementsOf(() -> {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                return number(statement, "select count(*) from person") + number(statement, "select 1 from person");
            }
        });
        assertThat(statements).isEqualTo(2);
    }

    @Test
    void boundariesShareTheirTransaction() {
        database.run(manager -> assertThat(database.boundary(Outer.class, manager).inner.manager)
                .isSameAs(manager));
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    static class Outer {
        @jakarta.ejb.EJB
        Inner inner;
    }

    static class Inner {
        @jakarta.persistence.PersistenceContext
        jakarta.persistence.EntityManager manager;
    }
}
