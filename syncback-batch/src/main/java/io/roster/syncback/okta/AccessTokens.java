package io.roster.syncback.okta;

import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The access token of one service app for one set of scopes: kept until shortly before it ends. When many threads need a
 * new one, one of them asks Okta and the others wait for it. A token that Okta binds to a key is sent with proofs.
 */
final class AccessTokens {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int DEFAULT_SECONDS = 3600;

    /** Without a proof, with one, with one that has the server's nonce. */
    private static final int MOST_ATTEMPTS = 3;

    private final OktaConnection connection;
    private final ServiceApp app;
    private final Set<String> scopes;
    private final Supplier<OktaTokenApi> endpoint;
    private final Proofs proofs;
    private final Lock lock = new ReentrantLock();
    private volatile AccessToken current;

    AccessTokens(OktaConnection connection, ServiceApp app, Set<String> scopes, Supplier<OktaTokenApi> endpoint) {
        this.connection = connection;
        this.app = app;
        this.scopes = scopes;
        this.endpoint = endpoint;
        proofs = new Proofs(address());
    }

    private URI address() {
        return URI.create(connection.url() + OktaTokenApi.PATH);
    }

    /** {@return whether this app signs in with this very key} */
    boolean isOf(ServiceApp other) {
        return app.key().keyId().equals(other.key().keyId());
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

    /** What calls prove that are sent with these tokens. */
    Proofs proofs() {
        return proofs;
    }

    private AccessToken requested() {
        try (OktaTokenApi api = endpoint.get()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return requested(api);
                } catch (OktaException e) {
                    if (attempt == MOST_ATTEMPTS || !proofs.canAnswer(e.errorCode())) {
                        throw e;
                    }
                }
            }
        }
    }

    private AccessToken requested(OktaTokenApi api) {
        Instant now = Instant.now();
        // each one counts once, refused or not
        String assertion = app.key().assertion(app.clientId(), address().toString(), now);
        return Answers.read(
                        () -> {
                            Response response = api.token(
                                    proofs.ofTokenRequest(now),
                                    "client_credentials",
                                    String.join(" ", scopes),
                                    ASSERTION_TYPE,
                                    assertion);
                            proofs.heard(response);
                            return response;
                        },
                        (json, response) -> token(json.asJsonObject(), now))
                .value();
    }

    private AccessToken token(JsonObject json, Instant asked) {
        int seconds = json.get("expires_in") instanceof JsonNumber number ? number.intValue() : DEFAULT_SECONDS;
        String value = json.getString("access_token", "");
        if (value.isBlank()) {
            throw new JsonException("no access_token");
        }
        String granted = json.getString("scope", String.join(" ", scopes));
        return new AccessToken(
                value,
                Set.of(granted.strip().split("\\s+")),
                asked.plusSeconds(seconds),
                json.getString("token_type", "").equalsIgnoreCase("DPoP"));
    }
}
