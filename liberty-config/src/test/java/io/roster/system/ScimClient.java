package io.roster.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests to a SCIM endpoint as Okta does; each answer is checked for what holds for all answers. */
public final class ScimClient {
    // Offers HTTP/2 with its requests, as programs in Java do unless told otherwise.
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** A client without authorization, with the headers of Okta. */
    public ScimClient(URI base) {
        this(
                base,
                Map.of(
                        "Accept", "application/scim+json",
                        "Accept-Charset", "utf-8",
                        "User-Agent", "Okta SCIM Client 1.0.0",
                        "Content-Type", "application/scim+json"));
    }

    private ScimClient(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers.putAll(headers);
    }

    /** The same client with another value of a header; {@code null} leaves the header out. */
    public ScimClient with(String header, String value) {
        ScimClient other = new ScimClient(base, headers);
        if (value == null) {
            other.headers.remove(header);
        } else {
            other.headers.put(header, value);
        }
        return other;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** GETs a list with one query parameter {@code filter}. */
    public Answer filter(String path, String filter) {
        return get(path + "?filter=" + encode(filter));
    }

    public Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    public Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    /** Sends the operations (the content of the JSON array) as a PatchOp message. */
    public Answer patch(String path, String operations) {
        return send("PATCH", path, BodyPublishers.ofString("""
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""".formatted(operations)));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, byte[] body) {
        return send(method, path, BodyPublishers.ofByteArray(body));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        boolean hasBody = method.startsWith("P") || body.contentLength() != 0;
        headers.forEach((name, value) -> {
            if (hasBody || !name.equalsIgnoreCase("Content-Type")) {
                request.header(name, value);
            }
        });
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
