package io.roster.okta.simulator.oauth;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The public keys of a service app: saved in Okta, or read from the app's JWKS address whenever a token is asked for. */
public final class Jwks {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<JsonObject> source;

    private Jwks(Supplier<JsonObject> source) {
        this.source = source;
    }

    /** These keys ({@code {"keys":[…]}}, RFC 7517 section 5). */
    public static Jwks saved(String json) {
        JsonObject keys = Json.parse(json);
        return new Jwks(() -> keys);
    }

    /** Those that this address gives. */
    public static Jwks at(URI address) {
        return new Jwks(() -> fetched(address));
    }

    private static JsonObject fetched(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return Json.parse(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | JsonException e) {
            throw new OAuthError(401, "invalid_client", "The JWKS at " + address + " can't be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OAuthError(401, "invalid_client", "The JWKS at " + address + " was not read");
        }
    }

    /** The keys with this id, all where it is {@code null}. */
    List<JsonObject> keys(String kid) {
        return source.get().getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .filter(key -> kid == null || kid.equals(key.getString("kid", null)))
                .toList();
    }
}
