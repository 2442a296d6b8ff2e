package io.roster.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of its own, on a free port of the loopback address, with nothing installed: the programs come from
 * the class path and everything lies in a temporary folder. It ends with the virtual machine that started it, also when
 * that one is killed. PostgreSQL refuses to run as root; started by root it runs as the user {@code nobody}.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "roster";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** Ends the server (SIGQUIT: at once) when the standard input closes, which it does when the parent dies. */
    private static final String RUN_WHILE_PARENT_LIVES = "\"$@\" & read -r end; kill -QUIT $!; wait";

    private final Path folder;
    private final int port;
    private Process process;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param settings of {@code postgresql.conf}, such as {@code fsync=off}; the defaults are PostgreSQL's own, so
     *     commits are durable unless a setting says otherwise
     * @throws UncheckedIOException when it cannot be unpacked or does not answer within 60 s; the message has its log
     */
    public static PostgresServer start(String... settings) {
        try {
            Path folder = Files.createTempDirectory("roster-postgres-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            PostgresServer server = new PostgresServer(folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.initialise();
            server.launch(settings);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user who may do everything; there is no password. */
    public String user() {
        return USER;
    }

    /** The JDBC URL of a database on this server; {@code postgres} is always there. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Makes an empty database.
     *
     * @return its JDBC URL
     */
    public String createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void initialise() throws IOException {
        PostgresBinaries.unpackTo(folder.resolve("postgres"));
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        Process initdb = run(
                program("initdb"), "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        initdb.getOutputStream().close();
        if (await(initdb, START_LIMIT) != 0) {
            throw new IOException("initdb failed: " + log());
        }
    }

    private void launch(String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", RUN_WHILE_PARENT_LIVES, "sh"));
        command.addAll(List.of(program("postgres"), "-D", folder.resolve("data").toString(), "-p", "" + port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        process = run(command.toArray(String[]::new));
        for (Instant end = Instant.now().plus(START_LIMIT); !answers(); ) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("PostgreSQL did not start: " + log());
            }
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            await(process, Duration.ofMillis(50));
            return false;
        }
    }

    private Process run(String... command) throws IOException {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        all.addAll(List.of(command));
        return new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
    }

    /** Stops the server at once and removes its folder. */
    @Override
    public void close() {
        try {
            if (process != null) {
                process.getOutputStream().close();
                await(process, Duration.ofSeconds(10));
            }
            try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String program(String name) {
        return folder.resolve("postgres/bin").resolve(name).toString();
    }

    private Path logFile() {
        return folder.resolve("postgres.log");
    }

    private String log() throws IOException {
        return Files.readString(logFile());
    }

    private static int await(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
