package io.roster.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server as a process of its own, with its own ports, data directory and log below {@code target/system}.
 * It can be killed and started again, with the same data.
 */
public final class RunningRoster implements AutoCloseable {
    /** The API token that exists after the first start, with scope write. */
    public static final String TOKEN = "system-tests-0123456789-abcdefghij-KLMNOP";

    /** The password of the administrator {@code admin}. */
    public static final String ADMIN_PASSWORD = "correct-horse-battery-staple";

    /** Which of the virtual machines that run tests side by side this is; part of the name of what only one can have. */
    public static final String FORK = System.getProperty("roster.fork", "fork-1");

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final PortRange PORTS = new PortRange();
    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    /** What makes a start cheap; without the last one, it collects all garbage five times on the way to its classes. */
    private static final String SMALL = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=256m";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final int httpPort = PORTS.next();
    private final int httpsPort = PORTS.next();
    private String option = "";
    private Process process;
    private boolean failed;

    private RunningRoster(Path folder) {
        this.folder = folder;
    }

    /**
     * A server that was never started: its data directory is empty.
     *
     * @param name of its folder below {@code target/system}
     */
    public static RunningRoster named(String name) {
        RunningRoster roster = new RunningRoster(TARGET.resolve("system").resolve(name + "-" + FORK));
        TemporaryFolders.delete(roster.folder);
        Runtime.getRuntime().addShutdownHook(new Thread(roster::kill));
        return roster.with("ROSTER_HTTP_PORT", "" + roster.httpPort)
                .with("ROSTER_HTTPS_PORT", "" + roster.httpsPort)
                .with("ROSTER_DATA_DIR", roster.dataDirectory().toString())
                .with("ROSTER_BOOTSTRAP_SCIM_TOKEN", TOKEN)
                .with("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
    }

    /** Sets an environment variable of the server, from its next start on; {@code null} removes it. */
    public RunningRoster with(String variable, String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
    }

    /** One more option of the virtual machine, from its next start on; empty for none. */
    RunningRoster option(String value) {
        option = value;
        return this;
    }

    /**
     * Starts the process and waits until it is ready, which is asked of {@code /health/ready}. The first start makes the
     * administrator {@code admin}; later ones have him from the database.
     */
    public RunningRoster start() {
        if (failed) {
            throw new AssertionError("The server in " + folder + " did not start; the first test says why");
        }
        failed = true;
        launch();
        for (Instant end = Instant.now().plus(START_LIMIT); !isReady(); ) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                kill();
                throw new AssertionError("The server did not become ready. The end of its log:\n" + tail());
            }
            ended(Duration.ofMillis(100));
        }
        failed = false;
        // The password would be hashed at each start, to see whether it is still the same.
        return with("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", null);
    }

    /** Starts the process and waits until it has ended by itself, as it does when a setting is wrong. */
    public String startAndEnd() {
        launch();
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("The server started in spite of it. The end of its log:\n" + tail());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return log();
    }

    private void launch() {
        try {
            Files.createDirectories(folder);
            Path wlp = TARGET.resolve("liberty/wlp");
            ProcessBuilder builder =
                    new ProcessBuilder(wlp.resolve("bin/server").toString(), "run", "system-tests");
            builder.environment().keySet().removeIf(name -> name.startsWith("ROSTER_"));
            builder.environment().putAll(environment);
            builder.environment().put("JVM_ARGS", (SMALL + " " + option).trim());
            builder.environment().put("WLP_OUTPUT_DIR", folder.toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the process is there. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** SIGKILL: the process has no chance to do anything. Returns when it is gone. */
    public void kill() {
        if (process != null) {
            List<ProcessHandle> descendants = process.descendants().toList();
            descendants.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            descendants.forEach(descendant -> descendant.onExit().join());
            ended(Duration.ofSeconds(30));
        }
    }

    /** SIGTERM, and SIGKILL when that has not ended it within 60 s. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        // The script that was started has become the server.
        process.destroy();
        if (!ended(Duration.ofSeconds(60))) {
            kill();
        }
    }

    /** An address of this server by plain HTTP. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + httpPort + path);
    }

    /** Where the SCIM endpoint begins. */
    public URI scim() {
        return uri("/scim/v2");
    }

    /** A client with the bootstrap token, sent as {@code Bearer}. */
    public ScimClient client() {
        return new ScimClient(scim()).with("Authorization", "Bearer " + TOKEN);
    }

    public int httpPort() {
        return httpPort;
    }

    public int httpsPort() {
        return httpsPort;
    }

    public Path dataDirectory() {
        return folder.resolve("data");
    }

    /** Everything that the server has printed, over all of its starts. */
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private Path logFile() {
        return folder.resolve("console.log");
    }

    /** A port of the loopback address that nobody listens on, for another server of this run. */
    public static int freePort() {
        return PORTS.next();
    }
}
