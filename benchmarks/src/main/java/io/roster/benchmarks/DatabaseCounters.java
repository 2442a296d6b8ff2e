package io.roster.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** What PostgreSQL counts of itself. Derby, which is within Roster's process, counts nothing: there all is unknown. */
final class DatabaseCounters implements AutoCloseable {
    /** Sessions that have nothing to do report their counts after ten seconds. */
    private static final long REPORTED_MILLIS = 12_000;

    /** Calls, so that a statement that is sent for a hundred rows counts a hundred times. */
    private static final String STATEMENTS =
            "select coalesce(sum(calls), 0) from pg_stat_statements where dbid = (select oid from pg_database"
                    + " where datname = current_database())";

    private static final String ROWS =
            "select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables where relname ";

    private static final String RUN = "in ('import_page', 'import_run', 'import_lease')";
    private static final String CANDIDATES = "in ('import_candidate', 'import_member')";

    private static final String DIRECTORY =
            "in ('person', 'person_value', 'directory_group', 'group_value', 'membership',"
                    + " 'resource_count', 'audit_event', 'outbox', 'outbox_field')";

    private final Connection connection;

    private DatabaseCounters(Connection connection) {
        this.connection = connection;
    }

    /** Those of the database that a server's settings name. */
    static DatabaseCounters of(Map<String, String> environment) throws SQLException {
        String url = environment.get("ROSTER_DB_URL");
        if (url == null) {
            return new DatabaseCounters(null);
        }
        Connection connection = DriverManager.getConnection(url, environment.get("ROSTER_DB_USER"), "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        return new DatabaseCounters(connection);
    }

    /** Rows inserted, changed and deleted. */
    record Rows(long directory, long candidates, long run) {}

    /** Counts since the database began. */
    record Counts(boolean known, long statements, Rows rows, Duration cpu) {

        Counts minus(Counts before) {
            return new Counts(
                    known,
                    statements - before.statements,
                    new Rows(
                            rows.directory - before.rows.directory,
                            rows.candidates - before.rows.candidates,
                            rows.run - before.rows.run),
                    cpu.minus(before.cpu));
        }
    }

    Counts read() {
        if (connection == null) {
            return new Counts(false, 0, new Rows(0, 0, 0), Duration.ZERO);
        }
        try {
            Duration cpu = cpu();
            Thread.sleep(REPORTED_MILLIS);
            Rows rows = new Rows(number(ROWS + DIRECTORY), number(ROWS + CANDIDATES), number(ROWS + RUN));
            return new Counts(true, number(STATEMENTS), rows, cpu);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of all its processes that there are now: Roster keeps its sessions. */
    private Duration cpu() throws SQLException {
        ProcessHandle session =
                ProcessHandle.of(number("select pg_backend_pid()")).orElseThrow();
        ProcessHandle server = session.parent().orElseThrow();
        return Stream.concat(Stream.of(server), server.children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
