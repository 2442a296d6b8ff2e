package io.roster.okta.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.fake.FakeApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code serve} as a newcomer starts it: as a process, stopped by a signal. */
@Timeout(120)
class ServeTest {
    private final FakeApp app = new FakeApp();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private BufferedReader lines;

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
        app.close();
    }

    @Test
    void showsEachWriteInWordsPushesItAndStopsCleanly() throws Exception {
        start("--people", "3", "--groups", "1", "--port", "0", "--echo", "0", "--attribute", "telephonyExtension");
        String address = after("Okta URL:");
        String token = after("API token:");
        assertThat(app.users().resources()).hasSize(3);
        String page = get(address + "/");
        String login = app.users().resources().values().iterator().next().getString("userName");
        assertThat(page).contains(login, "<html lang=\"en\">");
        String profile = "{\"profile\":{\"primaryPhone\":\"+493012345\",\"telephonyExtension\":\"2137\"}}";
        send(HttpRequest.newBuilder(URI.create(address + "/api/v1/users/" + login))
                .header("Authorization", "SSWS " + token)
                .POST(BodyPublishers.ofString(profile)));
        assertThat(after("primaryPhone")).isEqualTo("+493012345, telephonyExtension 2137");
        assertThat(get(address + "/people/" + login)).contains("\"telephonyExtension\":\"2137\"");
        while (!app.users().resources().toString().contains("+493012345")) {
            Thread.sleep(5);
        }
        app.fault((request, reply) -> request.method().equals("PUT") ? reply.status(500) : reply);
        send(HttpRequest.newBuilder(URI.create(address + "/api/v1/users/" + login))
                .header("Authorization", "SSWS " + token)
                .POST(BodyPublishers.ofString("{\"profile\":{\"title\":\"Lead\"}}")));
        assertThat(after("the push to the app failed.")).contains("500");
        process.toHandle().destroy();
        assertThat(after("Stopped")).isEqualTo(".");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPortThatIsTakenIsAWrongCommandLine() {
        String taken = String.valueOf(app.base().getPort());
        assertThat(Simulator.run("serve", "--token", "x", "--port", taken)).isEqualTo(2);
    }

    @Test
    void saysWhichFaultItDoesNotKnow() {
        assertThat(Simulator.run("serve", "--token", "x", "--fault", "nonsense"))
                .isEqualTo(2);
        assertThat(Simulator.run("serve", "--token", "x", "--fault", "slow:7")).isEqualTo(2);
    }

    private void start(String... options) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                Simulator.class.getName(),
                "serve",
                "--url",
                app.base().toString(),
                "--token",
                FakeApp.TOKEN);
        builder.command().addAll(java.util.List.of(options));
        process = builder.redirectErrorStream(true).start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The rest of the next line that has this text, without blanks. */
    private String after(String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return line.substring(line.indexOf(text) + text.length()).strip();
            }
        }
        throw new AssertionError("The process ended without " + text);
    }

    private String get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
