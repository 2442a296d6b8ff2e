package io.roster.okta.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Takes HTTP/1.1 requests on one port of this computer and hands them on, with a bounded number of threads. */
public final class HttpEndpoint implements AutoCloseable {
    static {
        // Otherwise each answer waits 40 ms for the client's acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        // A client that sends on a connection which is being closed for idleness could not tell that from a fault.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Function<ApiRequest, Optional<ApiAnswer>> handler;
    private final AtomicLong requests = new AtomicLong();

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @param threads how many requests are worked on at once; further ones wait
     * @param handler answers; where it gives nothing, the connection is cut
     * @throws IOException when the port is taken
     */
    public HttpEndpoint(int port, int threads, Function<ApiRequest, Optional<ApiAnswer>> handler) throws IOException {
        this.handler = handler;
        this.threads = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpEndpoint::daemon);
        this.threads.allowCoreThreadTimeOut(true);
        server = bound(port);
        server.createContext("/", this::handle);
        server.setExecutor(this.threads);
        server.start();
    }

    private static HttpServer bound(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (BindException e) {
            throw new BindException("Port " + port + " of this computer is in use: choose another one");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "okta-api");
        thread.setDaemon(true);
        return thread;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<ApiAnswer> answer = handler.apply(request(exchange));
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    private ApiRequest request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String host = exchange.getRequestHeaders().getFirst("Host");
        return new ApiRequest(
                "req" + Long.toString(System.nanoTime(), 36) + requests.incrementAndGet(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange),
                exchange.getRequestHeaders()::getFirst,
                body,
                "http://" + (host == null ? "localhost:" + port() : host));
    }

    /** A query that can't be read is no parameters: the endpoint then says what it lacks. */
    private static Query query(HttpExchange exchange) {
        try {
            return Query.of(exchange.getRequestURI().getRawQuery());
        } catch (OktaError e) {
            return Query.of(null);
        }
    }

    private static void send(HttpExchange exchange, ApiAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::put);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Cuts all connections and gives the port back. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
