package io.roster.okta.simulator.oauth;

import io.roster.okta.simulator.guard.Access;
import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.Query;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.jwt.ProofRefused;
import io.roster.okta.simulator.scim.Json;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /oauth2/v1/token}: access tokens of an hour for service apps, by {@code private_key_jwt}, with DPoP where
 * the app asks for it. */
public final class TokenEndpoint {
    private static final String PATH = "/oauth2/v1/token";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LIFETIME = 3600;

    private final Map<String, ServiceApp> apps = new ConcurrentHashMap<>();
    private final Map<String, Long> used = new ConcurrentHashMap<>();
    private final Access access;
    private final Clock clock;

    /** Gives tokens to no app so far. */
    public TokenEndpoint(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Gives tokens to this app as well, or to a known one under other conditions. */
    public void register(ServiceApp app) {
        apps.put(app.clientId(), app);
    }

    /** Its endpoint. */
    public List<Route> routes() {
        return List.of(Route.of("POST", PATH, "", Bucket.TOKEN, this::token));
    }

    private ApiAnswer token(ApiRequest request) {
        try {
            Query form = request.form();
            require(form, "grant_type", "client_credentials", "unsupported_grant_type");
            require(form, "client_assertion_type", JWT_BEARER, "invalid_client");
            ClientAssertion assertion =
                    ClientAssertion.parse(form.get("client_assertion").orElse(""));
            ServiceApp app = apps.get(assertion.client());
            if (app == null) {
                throw new OAuthError(401, "invalid_client", "Invalid value for 'client_id' parameter.");
            }
            assertion.check(app, request.origin() + PATH, clock.millis() / 1000);
            refuseReplay(assertion);
            String key = app.proving() ? key(request) : null;
            return granted(app, scopes(app, form.get("scope").orElse("")), key);
        } catch (OAuthError e) {
            return e.answer();
        } catch (ProofRefused e) {
            return new OAuthError(400, e.error(), e.getMessage())
                    .answer()
                    .with("DPoP-Nonce", access.proofs().nonce());
        }
    }

    private String key(ApiRequest request) {
        return access.proofs().ofTokenRequest(request.header("DPoP").orElse(""), request.origin() + PATH);
    }

    private static void require(Query form, String name, String value, String error) {
        if (!form.get(name).orElse("").equals(value)) {
            throw new OAuthError(error.equals("invalid_client") ? 401 : 400, error, name + " must be " + value);
        }
    }

    private void refuseReplay(ClientAssertion assertion) {
        long now = clock.millis() / 1000;
        used.values().removeIf(until -> until <= now);
        String jti = assertion.jwt().text("jti");
        long until = assertion.jwt().number("exp").orElseThrow();
        if (!jti.isEmpty() && used.putIfAbsent(assertion.client() + " " + jti, until) != null) {
            throw new OAuthError(401, "invalid_client", "The client_assertion token has already been used (jti)");
        }
    }

    private static Set<String> scopes(ServiceApp app, String asked) {
        Set<String> scopes = new LinkedHashSet<>(List.of(asked.strip().split(" +")));
        if (asked.isBlank() || !app.scopes().containsAll(scopes)) {
            scopes.removeAll(app.scopes());
            throw new OAuthError(
                    400,
                    "invalid_scope",
                    "One or more scopes are not configured for the client: " + String.join(" ", scopes));
        }
        return scopes;
    }

    private ApiAnswer granted(ServiceApp app, Set<String> scopes, String key) {
        return ApiAnswer.ok(Json.object()
                .add("token_type", key == null ? "Bearer" : "DPoP")
                .add("expires_in", LIFETIME)
                .add("access_token", access.accessToken(app.clientId(), scopes, LIFETIME, key))
                .add("scope", String.join(" ", scopes))
                .build());
    }
}
