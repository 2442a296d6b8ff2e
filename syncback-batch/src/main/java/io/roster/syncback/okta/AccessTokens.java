package io.roster.syncback.okta;

import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The access token of one service app for one set of scopes: kept until shortly before it ends. When many threads need a
 * new one, one of them asks Okta and the others wait for it.
 */
final class AccessTokens {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int DEFAULT_SECONDS = 3600;

    private final OktaConnection connection;
    private final ServiceApp app;
    private final Set<String> scopes;
    private final Supplier<OktaTokenApi> endpoint;
    private final Lock lock = new ReentrantLock();
    private volatile AccessToken current;

    AccessTokens(OktaConnection connection, ServiceApp app, Set<String> scopes, Supplier<OktaTokenApi> endpoint) {
        this.connection = connection;
        this.app = app;
        this.scopes = scopes;
        this.endpoint = endpoint;
    }

    /**
     * A token that lasts for a while.
     *
     * @throws OktaException when Okta gives none
     */
    AccessToken usable() {
        AccessToken known = current;
        if (known != null && known.isUsable(Instant.now())) {
            return known;
        }
        lock.lock();
        try {
            if (current == null || !current.isUsable(Instant.now())) {
                current = requested();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Okta has refused this token: the next call asks for a new one. */
    void forget(String value) {
        lock.lock();
        try {
            if (current != null && current.value().equals(value)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private AccessToken requested() {
        Instant now = Instant.now();
        String audience = connection.url() + OktaTokenApi.PATH;
        try (OktaTokenApi api = endpoint.get()) {
            String assertion = app.key().assertion(app.clientId(), audience, now);
            return Answers.read(
                            () -> api.token("client_credentials", String.join(" ", scopes), ASSERTION_TYPE, assertion),
                            (json, response) -> token(json.asJsonObject(), now))
                    .value();
        }
    }

    private AccessToken token(JsonObject json, Instant asked) {
        int seconds = json.get("expires_in") instanceof JsonNumber number ? number.intValue() : DEFAULT_SECONDS;
        String value = json.getString("access_token", "");
        if (value.isBlank()) {
            throw new JsonException("no access_token");
        }
        String granted = json.getString("scope", String.join(" ", scopes));
        return new AccessToken(value, Set.of(granted.strip().split("\\s+")), asked.plusSeconds(seconds));
    }
}
