package io.roster.system;

import io.roster.persistence.PostgresServer;

/** One server on each database, started when first asked for and then shared by all tests of the run. */
public enum SharedRoster {
    DERBY {
        @Override
        RunningRoster prepare() {
            return RunningRoster.named("derby");
        }
    },
    POSTGRESQL {
        @Override
        RunningRoster prepare() {
            postgres().createDatabase(DATABASE);
            return onPostgres("postgresql", DATABASE);
        }
    };

    /** The name of PostgreSQL's database of the shared server. */
    public static final String DATABASE = "shared";

    private static PostgresServer postgres;
    private RunningRoster server;
    private boolean failed;

    abstract RunningRoster prepare();

    /** The server, ready. */
    public synchronized RunningRoster server() {
        if (failed) {
            throw new AssertionError("The server on " + this + " did not start; the first test says why");
        }
        if (server == null) {
            failed = true;
            server = prepare().start();
            failed = false;
        }
        return server;
    }

    /** A client with the bootstrap token. */
    public ScimClient client() {
        return server().client();
    }

    /** The database server of the whole run, with PostgreSQL's own settings: what it committed, it keeps. */
    public static synchronized PostgresServer postgres() {
        if (postgres == null) {
            postgres = PostgresServer.start();
        }
        return postgres;
    }

    /** A server that was never started, on an existing database of {@link #postgres()}. */
    public static RunningRoster onPostgres(String name, String database) {
        return RunningRoster.named(name)
                .with("ROSTER_DB_URL", postgres().url(database))
                .with("ROSTER_DB_USER", postgres().user())
                .with("ROSTER_DB_PASSWORD", "unused");
    }
}
