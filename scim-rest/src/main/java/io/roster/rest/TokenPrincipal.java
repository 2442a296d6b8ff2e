package io.roster.rest;

import io.roster.access.Caller;
import java.security.Principal;

/**
 * A caller that was recognised by an API token.
 *
 * @param caller who that is
 */
record TokenPrincipal(Caller caller) implements Principal {

    @Override
    public String getName() {
        return caller.name();
    }
}
