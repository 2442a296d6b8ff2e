package io.roster.okta.simulator.guard;

import io.roster.okta.simulator.http.Route;
import java.util.Set;

/**
 * Who sends a request.
 *
 * @param name whose the token is, for the System Log
 * @param scopes what it may do; an API token of an administrator may do {@link #EVERYTHING}
 */
public record Caller(String name, Set<String> scopes) {
    /** The scope of a token that may do everything. */
    public static final String EVERYTHING = "*";
    /** The scope of a token that may read everything. */
    public static final String READ_EVERYTHING = "*.read";

    /** Whether this endpoint may be called: what may manage may read as well. */
    boolean may(Route route) {
        return scopes.contains(EVERYTHING)
                || scopes.contains(route.scope() + ".manage")
                || !route.writes() && (scopes.contains(READ_EVERYTHING) || scopes.contains(route.scope() + ".read"));
    }
}
