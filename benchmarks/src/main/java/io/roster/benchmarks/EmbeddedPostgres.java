package io.roster.benchmarks;

/**
 * The PostgreSQL that the tests use, with its own settings, so that commits are durable. By reflection, because its
 * class lies in the tests of another module: a dependency on those would break every goal that comes before their
 * compilation, such as liberty:run. The profile {@code benchmark} puts it on the class path.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private final AutoCloseable server;

    private EmbeddedPostgres(AutoCloseable server) {
        this.server = server;
    }

    static EmbeddedPostgres start(String... settings) throws ReflectiveOperationException {
        Class<?> type = Class.forName("io.roster.persistence.PostgresServer");
        Object server = type.getMethod("start", String[].class).invoke(null, (Object) settings);
        return new EmbeddedPostgres((AutoCloseable) server);
    }

    /** Makes a database and returns its JDBC URL. */
    String createDatabase(String name) throws ReflectiveOperationException {
        return (String)
                server.getClass().getMethod("createDatabase", String.class).invoke(server, name);
    }

    String user() throws ReflectiveOperationException {
        return (String) server.getClass().getMethod("user").invoke(server);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }
}
