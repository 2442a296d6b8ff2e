package io.roster.okta.simulator.api;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fault.Faults;
import io.roster.okta.simulator.guard.Access;
import io.roster.okta.simulator.guard.Gate;
import io.roster.okta.simulator.guard.Hooks;
import io.roster.okta.simulator.guard.RateLimits;
import io.roster.okta.simulator.http.HttpEndpoint;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.http.Routes;
import io.roster.okta.simulator.org.OrgState;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Okta's REST API over the people and groups of an {@link OktaOrg}, for tests and for trying things out:
 *
 * <pre>{@code
 * try (OktaApi okta = OktaApi.of(org).attribute("telephonyExtension", "Extension", 20).limit(600).start(0)) {
 *     … okta.base(), okta.token() …
 *     assertThat(okta.writes().of(oktaId)).hasSize(1);
 * }
 * }</pre>
 */
public final class OktaApi implements AutoCloseable {
    private final Access access;
    private final RateLimits limits;
    private final Faults faults;
    private final Hooks hooks = new Hooks();
    private final Users users;
    private final String token;
    private final HttpEndpoint endpoint;

    OktaApi(
            OrgState state,
            Clock clock,
            Access access,
            RateLimits limits,
            Faults faults,
            String token,
            int atOnce,
            int port)
            throws IOException {
        this.access = access;
        this.limits = limits;
        this.faults = faults;
        this.token = token;
        this.users = new Users(
                state.directory(), state.schema(), new Restrictions(), new Writes(), new SystemLog(clock), clock);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new UsersEndpoint(users).routes());
        routes.addAll(new LifecycleEndpoint(users).routes());
        routes.addAll(new SchemasEndpoint(state.schema()).routes());
        Gate gate = new Gate(new Routes(routes), access, limits, faults, hooks, atOnce, new AtomicInteger());
        // More threads than requests at once, so that one too many is refused instead of waiting.
        endpoint = new HttpEndpoint(port, atOnce + 25, gate::answer);
    }

    /** The API of this org. */
    public static OktaApiBuilder of(OktaOrg org) {
        return new OktaApiBuilder(org.state());
    }

    /** Okta's address, without a path. */
    public URI base() {
        return URI.create("http://localhost:" + endpoint.port());
    }

    /** The API token that may do everything, sent as {@code Authorization: SSWS …}. */
    public String token() {
        return token;
    }

    /** Tokens. */
    public Access access() {
        return access;
    }

    /** How many requests are allowed. */
    public RateLimits limits() {
        return limits;
    }

    /** What goes wrong on demand. */
    public Faults faults() {
        return faults;
    }

    /** What a test does in the middle of requests. */
    public Hooks hooks() {
        return hooks;
    }

    /** What was written to users. */
    public Writes writes() {
        return users.writes();
    }

    /** What can't be written to users. */
    public Restrictions restrictions() {
        return users.restrictions();
    }

    /** The System Log. */
    public SystemLog log() {
        return users.log();
    }

    /** Cuts all connections and gives the port back. */
    @Override
    public void close() {
        endpoint.close();
    }
}
