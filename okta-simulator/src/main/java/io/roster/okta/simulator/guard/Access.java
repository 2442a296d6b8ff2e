package io.roster.okta.simulator.guard;

import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.jwt.Proofs;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Tokens: API tokens ({@code SSWS}), which last, and access tokens, which expire and are sent as {@code Bearer} or, where
 * they are bound to a key, as {@code DPoP} with a proof. Thread-safe.
 */
public final class Access {
    private static final String SSWS = "SSWS ";
    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    private final Clock clock;
    private final Proofs proofs;
    private final Map<String, Caller> apiTokens = new ConcurrentHashMap<>();
    private final Map<String, Granted> accessTokens = new ConcurrentHashMap<>();

    /** No token is known. */
    public Access(Clock clock) {
        this.clock = clock;
        proofs = new Proofs(clock);
    }

    /** What proofs of possession are checked with. */
    public Proofs proofs() {
        return proofs;
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

    /** Makes an access token that lasts this many seconds, and is bound to a key unless that is {@code null}. */
    public String accessToken(String clientId, Set<String> scopes, int seconds, String key) {
        String token = "eyJ" + UUID.randomUUID().toString().replace("-", "");
        accessTokens.put(token, new Granted(new Caller(clientId, scopes), clock.millis() + seconds * 1000L, key));
        return token;
    }

    /** Lets a request pass whose token may call this endpoint; E0000011 or E0000006 otherwise. */
    public void require(ApiRequest request, Route route) {
        if (route.scope().isEmpty()) {
            return;
        }
        Caller caller = caller(request);
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

    private Caller caller(ApiRequest request) {
        String authorization = token(request);
        Caller caller = null;
        if (authorization.startsWith(SSWS)) {
            caller = apiTokens.get(authorization.substring(SSWS.length()));
        } else if (authorization.startsWith(BEARER)) {
            caller = granted(authorization.substring(BEARER.length()), granted -> granted.key() == null);
        } else if (authorization.startsWith(DPOP)) {
            String token = authorization.substring(DPOP.length());
            caller = granted(token, granted -> granted.key() != null);
            if (caller != null) {
                proofs.ofCall(
                        request.header("DPoP").orElse(""),
                        request.method(),
                        request.origin() + request.path(),
                        token,
                        accessTokens.get(token).key());
            }
        }
        if (caller == null) {
            throw OktaError.badToken();
        }
        return caller;
    }

    private Caller granted(String token, Predicate<Granted> fitting) {
        Granted granted = accessTokens.get(token);
        return granted != null && fitting.test(granted) && granted.until() > clock.millis() ? granted.caller() : null;
    }

    private record Granted(Caller caller, long until, String key) {}
}
