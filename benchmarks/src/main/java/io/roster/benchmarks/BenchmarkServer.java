package io.roster.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Roster's packaged server as a process of its own, configured as it is shipped, with the bare resource beside it. The
 * profile {@code benchmark} has unpacked the server and put the EAR and the drivers below {@code target}.
 */
final class BenchmarkServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String NAME = "roster";

    private final Path target;
    private final Path directory;
    private final String token = "benchmark-" + UUID.randomUUID();
    private final int port = freePort();
    private final Process process;
    private final GcLog gc;

    private BenchmarkServer(Path module, Map<String, String> environment) throws IOException {
        target = module.resolve("target");
        directory = target.resolve("wlp/usr/servers").resolve(NAME);
        gc = new GcLog(GcLog.in(target));
        Path configuration = module.resolveSibling("liberty-config").resolve("src/main/liberty/config");
        // of an earlier run nothing is kept: a key store would want that run's password
        Folders.delete(directory);
        for (String file : new String[] {"server.xml", "jvm.options"}) {
            copy(configuration.resolve(file), directory.resolve(file));
        }
        copy(target.resolve("server/roster.ear"), directory.resolve("apps/roster.ear"));
        Files.writeString(directory.resolve("server.env"), "keystore_password=" + UUID.randomUUID() + "\n");
        deployBareResource();
        var command = new ProcessBuilder(target.resolve("wlp/bin/server").toString(), "run", NAME);
        command.environment().putAll(environment);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("ROSTER_HTTP_PORT", Integer.toString(port));
        command.environment().put("ROSTER_HTTPS_PORT", Integer.toString(freePort()));
        command.environment().put("ROSTER_BOOTSTRAP_SCIM_TOKEN", token);
        process =
                command.redirectErrorStream(true).redirectOutput(log().toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts a server and waits until it is ready. */
    static BenchmarkServer start(Path module, Map<String, String> environment)
            throws IOException, InterruptedException {
        var server = new BenchmarkServer(module, environment);
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!server.ready()) {
            if (!server.process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the server did not start, see " + server.log());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return server;
    }

    Target target() {
        return new Target("localhost", port, token);
    }

    /** The processor time of the server's process since its start, in the system's clock ticks (10 ms on Linux). */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Where the SCIM endpoint begins. */
    URI scim() {
        return URI.create("http://localhost:" + port + "/scim/v2");
    }

    /** What lives on the server's heap, in bytes: all garbage is collected before. */
    long liveBytes() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] total = text.substring(text.lastIndexOf("Total")).trim().split("\\s+");
        return Long.parseLong(total[2]);
    }

    /** The JVM's option that writes a log of its collections where {@link #peakHeapMegabytes} reads it. */
    static String gcLog(Path module) {
        return "-Xlog:gc:file=" + GcLog.in(module.resolve("target"));
    }

    /** Forgets what {@link #peakHeapMegabytes} and {@link #peakMegabytes} have seen. */
    void forgetPeaks() throws IOException {
        gc.forget();
        Files.writeString(Path.of("/proc/" + process.pid() + "/clear_refs"), "5");
    }

    /** The most that a collection has left on the heap, what was garbage but not looked at included. */
    long peakHeapMegabytes() throws IOException {
        return gc.peakMegabytes();
    }

    /** The most memory that the process had, its heap, code and threads. */
    long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private boolean ready() {
        try (var connection = new HttpConnection("localhost", port, token)) {
            return connection.send("GET", "/health/ready", null).status() == 200
                    && connection.send("GET", "/bare/", null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void deployBareResource() throws IOException {
        String classFile = "io/roster/benchmarks/bare/BareApplication.class";
        copy(
                target.resolve("classes").resolve(classFile),
                directory.resolve("apps/bare.war/WEB-INF/classes").resolve(classFile));
        Path override = directory.resolve("configDropins/overrides/bare.xml");
        Files.createDirectories(override.getParent());
        Files.writeString(override, "<server><webApplication location='bare.war' contextRoot='/bare'/></server>");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path log() {
        return target.resolve("server.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM; when that has not ended it after a minute, SIGKILL. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            process.toHandle().onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
