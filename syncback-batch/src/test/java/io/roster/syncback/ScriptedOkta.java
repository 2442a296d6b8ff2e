package io.roster.syncback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.persistence.Documents;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaClients;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An Okta with one user, over HTTP. It answers as it was told, one word for each request, and properly after that:
 * {@code ok}; {@code 403:E0000006} refuses; {@code 429@30} names a reset 30 s ahead, {@code 429!} says that too many calls
 * run at once; {@code cut} does nothing, {@code lost} does it, and both cut the connection; {@code slow} does it and
 * answers late; {@code html} and {@code list} do it and answer what is no user; {@code other} lets somebody else change the
 * user first.
 */
final class ScriptedOkta implements AutoCloseable {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Map<String, Map<String, String>> TRANSITIONS = Map.of(
            "suspend", Map.of("ACTIVE", "SUSPENDED"),
            "unsuspend", Map.of("SUSPENDED", "ACTIVE"),
            "activate", Map.of("STAGED", "ACTIVE", "DEPROVISIONED", "ACTIVE"),
            "reactivate", Map.of("PROVISIONED", "ACTIVE", "RECOVERY", "ACTIVE"));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> script = new ArrayDeque<>();
    private final List<String> effects = new ArrayList<>();
    private int requests;
    private int version = 1;
    String status = "ACTIVE";
    JsonObject profile = JsonValue.EMPTY_JSON_OBJECT;

    ScriptedOkta() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What the next requests get, separated by blanks. */
    ScriptedOkta then(String words) {
        script.addAll(List.of(words.split(" ")));
        return this;
    }

    OktaClient client(Duration patience) {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        return new OktaClients().openAfresh(new OktaConnection(url, new ApiToken("00t")), Set.of(), patience);
    }

    /** How many requests came in. */
    synchronized int requests() {
        return requests;
    }

    /** Whatever changed the user on Roster's behalf, in order. */
    synchronized String effects() {
        return String.join(" ", effects);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String word = word();
            if (word.equals("cut")) {
                return;
            }
            if (word.startsWith("4") || word.startsWith("5")) {
                refuse(exchange, word);
                return;
            }
            Reply reply = done(exchange, body, word);
            switch (word) {
                case "lost" -> {
                    return;
                }
                case "html" -> reply = new Reply(200, "<html>Welcome</html>");
                case "list" -> reply = new Reply(200, "[]");
                case "slow" -> pause();
                default -> {}
            }
            send(exchange, reply);
        }
    }

    private record Reply(int status, String body) {}

    private synchronized String word() {
        requests++;
        return script.isEmpty() ? "ok" : script.poll();
    }

    private synchronized Reply done(HttpExchange exchange, String body, String word) {
        if (word.equals("other")) {
            profile = JSON.createObjectBuilder(profile).add("title", "changed").build();
            version++;
        }
        String path = exchange.getRequestURI().getPath();
        int lifecycle = path.indexOf("/lifecycle/");
        if (lifecycle > 0) {
            return change(path.substring(lifecycle + "/lifecycle/".length()));
        } else if (exchange.getRequestMethod().equals("POST")) {
            String match = exchange.getRequestHeaders().getFirst("If-Match");
            if (match != null && !match.equals(etag())) {
                return new Reply(412, "{}");
            }
            update(Documents.parse(body).getJsonObject("profile"));
        }
        exchange.getResponseHeaders().set("ETag", etag());
        JsonObject user = JSON.createObjectBuilder()
                .add("id", "00u1")
                .add("status", status)
                .add("profile", profile)
                .build();
        return new Reply(200, user.toString());
    }

    private Reply change(String transition) {
        String next = transition.equals("deactivate")
                ? "DEPROVISIONED"
                : TRANSITIONS.get(transition).get(status);
        if (next == null) {
            return new Reply(403, "{\"errorCode\":\"E0000038\",\"errorSummary\":\"Not in this status\"}");
        }
        effects.add(transition.toUpperCase(Locale.ROOT));
        status = next;
        version++;
        return new Reply(200, "{}");
    }

    private void update(JsonObject changes) {
        effects.add(changes.toString());
        var builder = JSON.createObjectBuilder(profile);
        changes.forEach((name, value) -> {
            if (value == JsonValue.NULL) {
                builder.remove(name);
            } else {
                builder.add(name, value);
            }
        });
        profile = builder.build();
        version++;
    }

    private String etag() {
        return "W/\"" + version + "\"";
    }

    private static void refuse(HttpExchange exchange, String word) throws IOException {
        if (word.endsWith("!")) {
            limit(exchange, 0, 1);
        } else if (word.contains("@")) {
            limit(exchange, 600, Integer.parseInt(word.substring(4)));
        }
        String code = word.contains(":") ? word.substring(4) : "";
        String body = "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"Okta says no\"}";
        send(exchange, new Reply(Integer.parseInt(word.substring(0, 3)), body));
    }

    private static void limit(HttpExchange exchange, int limit, int seconds) {
        long now = System.currentTimeMillis() / 1000;
        exchange.getResponseHeaders().set("X-Rate-Limit-Limit", "" + limit);
        exchange.getResponseHeaders().set("X-Rate-Limit-Remaining", "0");
        exchange.getResponseHeaders().set("X-Rate-Limit-Reset", "" + (now + seconds));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    // Longer than anybody waits, and over as soon as the test is.
    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
