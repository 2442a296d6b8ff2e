package io.roster.okta.simulator.guard;

import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens: API tokens ({@code SSWS}), which last, and access tokens ({@code Bearer}), which expire. Thread-safe. */
public final class Access {
    private static final String SSWS = "SSWS ";
    private static final String BEARER = "Bearer ";

    private final Clock clock;
    private final Map<String, Caller> apiTokens = new ConcurrentHashMap<>();
    private final Map<String, Granted> accessTokens = new ConcurrentHashMap<>();

    /** No token is known. */
    public Access(Clock clock) {
        this.clock = clock;
    }

    /** Accepts an API token with these scopes. */
    public void apiToken(String token, Caller caller) {
        apiTokens.put(token, caller);
    }

    /** Forgets a token of either kind. */
    public void revoke(String token) {
        apiTokens.remove(token);
        accessTokens.remove(token);
    }

    /** Forgets all access tokens, as if they had expired. */
    public void revokeAccessTokens() {
        accessTokens.clear();
    }

    /** Makes an access token that lasts this many seconds. */
    public String accessToken(String clientId, Set<String> scopes, int seconds) {
        String token = "eyJ" + UUID.randomUUID().toString().replace("-", "");
        accessTokens.put(token, new Granted(new Caller(clientId, scopes), clock.millis() + seconds * 1000L));
        return token;
    }

    /** Lets a request pass whose token may call this endpoint; E0000011 or E0000006 otherwise. */
    public void require(ApiRequest request, Route route) {
        if (route.scope().isEmpty()) {
            return;
        }
        Caller caller = caller(request.header("Authorization").orElse(""));
        if (!caller.may(route)) {
            throw OktaError.forbidden(
                    caller.scopes().contains(Caller.READ_EVERYTHING)
                            ? "The token's administrator may not change this"
                            : "The access token provided does not contain the required scopes.");
        }
    }

    /** Which token a request presents; it counts for the rate limit. */
    static String token(ApiRequest request) {
        return request.header("Authorization").orElse("");
    }

    private Caller caller(String authorization) {
        Caller caller = null;
        if (authorization.startsWith(SSWS)) {
            caller = apiTokens.get(authorization.substring(SSWS.length()));
        } else if (authorization.startsWith(BEARER)) {
            Granted granted = accessTokens.get(authorization.substring(BEARER.length()));
            caller = granted != null && granted.until() > clock.millis() ? granted.caller() : null;
        }
        if (caller == null) {
            throw OktaError.badToken();
        }
        return caller;
    }

    private record Granted(Caller caller, long until) {}
}
