package io.roster.okta.simulator.http;

import java.util.List;
import java.util.function.Function;

/**
 * One endpoint.
 *
 * @param method the HTTP method
 * @param segments the parts of the path; {@code *} stands for any one
 * @param scope what an OAuth token must be allowed, for instance {@code okta.users}; empty where no token is asked for
 * @param bucket which rate limit it counts for
 * @param handler does it
 */
public record Route(
        String method, List<String> segments, String scope, Bucket bucket, Function<ApiRequest, ApiAnswer> handler) {

    /** A route; the path is written like {@code /api/v1/users/*}. */
    public static Route of(
            String method, String path, String scope, Bucket bucket, Function<ApiRequest, ApiAnswer> handler) {
        return new Route(method, List.of(path.substring(1).split("/")), scope, bucket, handler);
    }

    /** Whether it changes something. */
    public boolean writes() {
        return !method.equals("GET");
    }

    boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!segments.get(i).equals("*") && !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
