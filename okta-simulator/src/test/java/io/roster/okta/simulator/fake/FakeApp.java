package io.roster.okta.simulator.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.OktaOrgBuilder;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.RetryAfter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A small SCIM app in memory that can be told to answer wrongly, and to die before or after it has done its work. */
public final class FakeApp implements AutoCloseable {
    public static final String TOKEN = "s3cret-t0ken";

    static {
        // Otherwise each answer waits 40 ms for the client's acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeStore users;
    private final FakeStore groups;
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private volatile BiFunction<Seen, Reply, Reply> fault = (request, reply) -> reply;
    private volatile Predicate<Seen> deadBefore = request -> false;
    private volatile Predicate<Seen> deadAfter = request -> false;

    public FakeApp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        users = new FakeStore(ResourceKind.USER, base().toString());
        groups = new FakeStore(ResourceKind.GROUP, base().toString());
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/scim/v2");
    }

    /** An org that provisions here, whose seconds last a millisecond. */
    public OktaOrgBuilder org() {
        return OktaOrg.at(base()).token(TOKEN).retryAfter(new RetryAfter(Duration.ofMillis(1)));
    }

    public FakeStore users() {
        return users;
    }

    public FakeStore groups() {
        return groups;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public void forget() {
        seen.clear();
    }

    /** Changes answers before they go out. */
    public void fault(BiFunction<Seen, Reply, Reply> change) {
        fault = change;
    }

    /** Closes the connection instead of doing what was asked. */
    public void dieBefore(Predicate<Seen> when) {
        deadBefore = when;
    }

    /** Does what was asked and closes the connection instead of answering. */
    public void dieAfter(Predicate<Seen> when) {
        deadAfter = when;
    }

    /** Answers again. */
    public void recover() {
        deadBefore = request -> false;
        deadAfter = request -> false;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Seen request = new Seen(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
        seen.add(request);
        if (deadBefore.test(request)) {
            exchange.close();
            return;
        }
        Reply reply = fault.apply(request, reply(exchange, body));
        if (deadAfter.test(request)) {
            exchange.close();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply reply(HttpExchange exchange, String body) {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.error(401, "Unknown token", Optional.empty());
        }
        String[] path = exchange.getRequestURI().getPath().split("/");
        FakeStore store = path[3].equals("Users") ? users : groups;
        if (path.length == 4) {
            return exchange.getRequestMethod().equals("POST")
                    ? store.create(Json.parse(body))
                    : list(store, query(exchange.getRequestURI().getRawQuery()));
        }
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> store.replace(path[4], Json.parse(body));
            case "PATCH" -> store.patch(path[4], Json.parse(body));
            case "DELETE" -> store.delete(path[4]);
            default -> store.read(path[4]);
        };
    }

    private static Reply list(FakeStore store, Map<String, String> query) {
        Optional<String[]> filter = Optional.ofNullable(query.get("filter")).map(text -> {
            String[] parts = text.split(" eq ", 2);
            return new String[] {
                parts[0], Json.parse("{\"v\":" + parts[1] + "}").getString("v")
            };
        });
        return store.list(filter, Integer.parseInt(query.get("startIndex")), Integer.parseInt(query.get("count")));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
