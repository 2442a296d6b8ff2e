package io.roster.okta.simulator.http;

import java.util.List;

/**
 * All endpoints.
 *
 * @param routes in the order in which they are tried
 */
public record Routes(List<Route> routes) {

    /** The endpoint of a request; E0000008 where there is none with its path, E0000022 with its method. */
    public Route of(ApiRequest request) {
        List<String> path = request.segments();
        boolean known = false;
        for (Route route : routes) {
            if (route.matches(path)) {
                if (route.method().equals(request.method())) {
                    return route;
                }
                known = true;
            }
        }
        throw known ? OktaError.noSuchMethod() : OktaError.noSuchPath();
    }
}
