package io.roster.okta.simulator.scim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends requests with the headers that Okta sends, over HTTP/1.1 connections that are kept open. Thread-safe. */
public final class ScimClient {
    /** Okta closes the socket after this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final Credentials credentials;
    private final String contentType;
    private final RetryAfter retryAfter;
    private final Timings timings = new Timings();

    /**
     * A client of one SCIM endpoint.
     *
     * @param http how to connect
     * @param base the base URL that the admin entered, with or without a slash at the end
     * @param credentials what goes into the Authorization header
     * @param contentType what request bodies are declared as
     * @param retryAfter how to wait after a 429
     */
    public ScimClient(HttpClient http, URI base, Credentials credentials, String contentType, RetryAfter retryAfter) {
        this.http = http;
        this.base = base;
        this.credentials = credentials;
        this.contentType = contentType;
        this.retryAfter = retryAfter;
    }

    /** An HTTP/1.1 client, as Okta's is. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** The same endpoint with other credentials; its times are counted apart. */
    public ScimClient as(Credentials others) {
        return new ScimClient(http, base, others, contentType, retryAfter);
    }

    /** The times of all requests so far. */
    public Timings timings() {
        return timings;
    }

    /**
     * Sends a request and waits for its answer; 429 is obeyed as {@link RetryAfter} says.
     *
     * @throws Unreachable when no answer comes, or when the thread is interrupted
     * @throws Refusal when the last of ten attempts is still answered 429
     */
    public ScimAnswer send(ScimRequest request) {
        HttpRequest wire = wire(request);
        try {
            for (int attempt = 1; ; attempt++) {
                ScimAnswer answer = once(request, wire);
                if (answer.status() != 429) {
                    return answer;
                }
                if (attempt == RetryAfter.ATTEMPTS) {
                    throw new Refusal("Still 429 after " + attempt + " attempts: Okta gives up", answer);
                }
                retryAfter.pause(answer.headers().firstValue("Retry-After"), attempt);
            }
        } catch (IOException e) {
            throw new Unreachable(base, request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(base, request, e);
        }
    }

    private ScimAnswer once(ScimRequest request, HttpRequest wire) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> response = http.send(wire, BodyHandlers.ofString(StandardCharsets.UTF_8));
        timings.add(request.kind(), System.nanoTime() - start);
        return new ScimAnswer(request, response.statusCode(), response.headers(), response.body());
    }

    private HttpRequest wire(ScimRequest request) {
        Optional<BodyPublisher> body = request.body().map(json -> BodyPublishers.ofString(json.toString()));
        HttpRequest.Builder wire = HttpRequest.newBuilder(target(request))
                .timeout(PATIENCE)
                .header("User-Agent", "Okta SCIM Client 1.0.0")
                .header("Accept", "application/scim+json")
                .header("Accept-Charset", "utf-8")
                .header("Authorization", credentials.authorization())
                .method(request.method(), body.orElseGet(BodyPublishers::noBody));
        if (body.isPresent()) {
            wire.header("Content-Type", contentType);
        }
        return wire.build();
    }

    private URI target(ScimRequest request) {
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + request.path());
    }
}
