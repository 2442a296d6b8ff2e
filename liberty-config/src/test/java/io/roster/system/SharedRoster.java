package io.roster.system;

import io.roster.persistence.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** One server on each database, started when first asked for and then shared by all tests of the run. */
public enum SharedRoster {
    DERBY {
        @Override
        public RunningRoster prepare(String name) {
            return RunningRoster.named("derby-" + name);
        }
    },
    POSTGRESQL {
        @Override
        public RunningRoster prepare(String name) {
            postgres().createDatabase(name);
            return onPostgres("postgresql-" + name, name);
        }
    };

    /** The name of PostgreSQL's database of the shared server. */
    public static final String DATABASE = "shared";

    /** The name of PostgreSQL's database of the server that tests kill. */
    static final String KILLED = "killed";

    // What one of several servers has sealed, the others must be able to read.
    private static final String SECRET_KEY =
            Base64.getEncoder().encodeToString("the-key-that-test-servers-share!".getBytes(StandardCharsets.US_ASCII));

    private static PostgresServer postgres;

    private final Map<String, RunningRoster> servers = new HashMap<>();

    /** A server that was never started, on an empty database; the name is in lower case. */
    public abstract RunningRoster prepare(String name);

    /** The server, ready. */
    public RunningRoster server() {
        return server(DATABASE);
    }

    /** Another server, ready, for tests that kill it. They leave their data to each other. */
    public RunningRoster toKill() {
        return server(KILLED);
    }

    /** A second server, ready, on the database of {@link #POSTGRESQL}. */
    public static RunningRoster second() {
        return POSTGRESQL.second(DATABASE);
    }

    /** A second server, ready, on the database of the one on {@link #POSTGRESQL} that tests kill. */
    public static RunningRoster secondToKill() {
        return POSTGRESQL.second(KILLED);
    }

    private synchronized RunningRoster second(String name) {
        server(name);
        RunningRoster second =
                servers.computeIfAbsent("second " + name, unused -> onPostgres("postgresql-" + name + "-second", name)
                        .with("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", null));
        return second.isRunning() ? second : second.start();
    }

    private synchronized RunningRoster server(String name) {
        RunningRoster server = servers.computeIfAbsent(name, this::prepare);
        return server.isRunning() ? server : server.start();
    }

    /** A client with the bootstrap token. */
    public ScimClient client() {
        return server().client();
    }

    /** The database server of the whole run, with room for the pools of several servers. What it committed, it keeps. */
    public static synchronized PostgresServer postgres() {
        if (postgres == null) {
            postgres = PostgresServer.start("max_connections=300");
        }
        return postgres;
    }

    /** A server that was never started, on an existing database of {@link #postgres()}. */
    public static RunningRoster onPostgres(String name, String database) {
        return RunningRoster.named(name)
                .with("ROSTER_DB_URL", postgres().url(database))
                .with("ROSTER_DB_USER", postgres().user())
                .with("ROSTER_DB_PASSWORD", "unused")
                .with("ROSTER_SECRET_KEY", SECRET_KEY);
    }
}
