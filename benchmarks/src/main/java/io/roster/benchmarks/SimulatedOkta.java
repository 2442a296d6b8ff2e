package io.roster.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The process of a {@link SimulatedOrg}. */
final class SimulatedOkta implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final String url;
    private final String token;

    private SimulatedOkta(Process process) throws IOException {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        String[] said = line().split(" ");
        url = said[0];
        token = said[1];
    }

    /** Starts one, with this class path, and waits until it answers. */
    static SimulatedOkta start(int people, int groups, int memberships) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx3g",
                        "-cp",
                        classPath(),
                        SimulatedOrg.class.getName(),
                        Integer.toString(people),
                        Integer.toString(groups),
                        Integer.toString(memberships))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new SimulatedOkta(process);
    }

    /** That of the loader which Maven has made for this run, which is no system property. */
    private static String classPath() {
        if (SimulatedOkta.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    String url() {
        return url;
    }

    String token() {
        return token;
    }

    /** The processor time of its process since its start. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Gives one of so many people another title, and returns how many these are. */
    int promote(int oneOf) throws IOException {
        commands.println(oneOf);
        return Integer.parseInt(line());
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the simulated Okta has ended");
        }
        return line;
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
