package io.roster.okta.simulator.fake;

import com.sun.net.httpserver.Headers;

/** A request that the fake app received. */
public record Seen(String method, String target, Headers headers, String body) {
    @Override
    public String toString() {
        return method + " " + target;
    }
}
