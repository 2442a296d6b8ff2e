package io.roster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private HttpServer server;

    @BeforeEach
    void echo() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean chunked = exchange.getRequestURI().getPath().contains("chunked");
            int status = exchange.getRequestURI().getPath().contains("missing") ? 404 : 200;
            exchange.sendResponseHeaders(status, chunked || body.length == 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsAnswersOfBothKindsOnOneConnection() throws IOException {
        String body = "x".repeat(100_000) + "é";
        try (var connection = connection()) {
            for (String path : new String[] {"/length", "/chunked", "/length"}) {
                HttpAnswer answer = connection.send("POST", path, body);

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).asString().isEqualTo(body);
            }
            assertThat(connection.send("GET", "/chunked", null).body()).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsNoSuccessEndsTheBenchmark() throws IOException {
        try (var connection = connection()) {
            HttpAnswer answer = connection.send("POST", "/missing", "why");

            assertThatThrownBy(() -> answer.expectSuccess("reading")).hasMessage("reading was answered with 404: why");
        }
    }

    @Test
    void findsWhatTheBenchmarkNeedsInABody() {
        var answer = new HttpAnswer(200, "{\"totalResults\": 17, \"Resources\":[{\"id\":\"a-b\"}]}".getBytes());

        assertThat(answer.id()).isEqualTo("a-b");
        assertThat(answer.totalResults()).isEqualTo(17);
    }

    private HttpConnection connection() throws IOException {
        return new HttpConnection("localhost", server.getAddress().getPort(), "token");
    }
}
