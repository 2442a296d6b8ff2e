package io.roster.okta.simulator.guard;

import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.Faults;
import io.roster.okta.simulator.guard.RateLimits.Allowance;
import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.http.Routes;
import io.roster.okta.simulator.jwt.ProofRefused;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What every request passes: faults, the number of requests at once, the token, the rate limit, then its endpoint.
 *
 * @param routes the endpoints
 * @param access the tokens
 * @param limits the rate limits
 * @param faults what goes wrong on demand
 * @param hooks what tests do in the middle
 * @param atOnce how many requests Okta works on at once
 * @param running how many it works on now
 */
public record Gate(
        Routes routes,
        Access access,
        RateLimits limits,
        Faults faults,
        Hooks hooks,
        int atOnce,
        AtomicInteger running) {

    /** The answer; empty where the connection is to be cut. */
    public Optional<ApiAnswer> answer(ApiRequest request) {
        Optional<Fault> fault = faults.next(request);
        try {
            boolean crowded = running.incrementAndGet() > atOnce;
            Optional<ApiAnswer> answer = crowded
                    ? Optional.of(faults.concurrency())
                    : fault.isPresent()
                            ? fault.get().around(request, faults, this::served)
                            : Optional.of(served(request));
            return answer.map(given -> given.with("X-Okta-Request-Id", request.id()));
        } finally {
            running.decrementAndGet();
        }
    }

    private ApiAnswer served(ApiRequest request) {
        try {
            Route route = routes.of(request);
            if (route.bucket() == Bucket.NONE) {
                return result(request, route);
            }
            access.require(request, route);
            Allowance allowance = limits.count(route.bucket(), Access.token(request));
            return allowance.on(allowance.allowed() ? handled(request, route) : refused(OktaError.tooManyRequests()));
        } catch (OktaError e) {
            return refused(e);
        } catch (ProofRefused e) {
            return e.challenge();
        }
    }

    private ApiAnswer handled(ApiRequest request, Route route) {
        hooks.begin(request);
        ApiAnswer answer = result(request, route);
        hooks.end(request, answer);
        return answer;
    }

    private ApiAnswer result(ApiRequest request, Route route) {
        try {
            return route.handler().apply(request);
        } catch (OktaError e) {
            return refused(e);
        } catch (RuntimeException e) {
            // The simulator's own mistake: visible in its output, and to the client what Okta's would be.
            e.printStackTrace();
            return refused(new OktaError(500, "E0000009", "Internal Server Error"));
        }
    }

    private ApiAnswer refused(OktaError error) {
        ApiAnswer answer = error.answer(faults.causesAsObject());
        return error.status() == 401 ? answer.with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : answer;
    }
}
