package io.roster.okta.simulator.api;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fault.Faults;
import io.roster.okta.simulator.guard.Access;
import io.roster.okta.simulator.guard.Caller;
import io.roster.okta.simulator.guard.Gate;
import io.roster.okta.simulator.guard.Hooks;
import io.roster.okta.simulator.guard.RateLimits;
import io.roster.okta.simulator.http.HttpEndpoint;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.http.Routes;
import io.roster.okta.simulator.oauth.TokenEndpoint;
import io.roster.okta.simulator.org.OrgState;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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
    private final AppGroups appGroups = new AppGroups();
    private final AppProfiles appProfiles = new AppProfiles();
    private final TokenEndpoint tokens;
    private final Users users;
    private final SearchIndex searchIndex;
    private final ProfilePush profilePush;
    private final OrgState state;
    private final String token;
    private HttpEndpoint endpoint;

    OktaApi(OktaOrg org, Clock clock, String token, Duration echo) {
        this.state = org.state();
        this.token = token;
        limits = new RateLimits(clock);
        faults = new Faults(clock);
        access = new Access(clock);
        access.apiToken(token, new Caller("Simulated administrator", Set.of(Caller.EVERYTHING)));
        tokens = new TokenEndpoint(access, clock);
        SystemLog log = new SystemLog(clock);
        profilePush = new ProfilePush(
                state, log, id -> org.push(state.people().get(id).wanted()), echo);
        users = new Users(
                state.directory(), state.schema(), new Restrictions(), new Writes(), log, clock, profilePush::changed);
        searchIndex = new SearchIndex(state.directory(), clock);
        state.people()
                .onAcknowledged((before, after) -> log.add(PushEvents.of(before, after), "push", after, true, ""));
    }

    void listen(int port, int atOnce) throws IOException {
        Gate gate = new Gate(new Routes(routes()), access, limits, faults, hooks, atOnce, new AtomicInteger());
        // More threads than requests at once, so that one too many is refused instead of waiting.
        endpoint = new HttpEndpoint(port, atOnce + 25, gate::answer);
    }

    private List<Route> routes() {
        return Stream.of(
                        new UsersEndpoint(users).routes(),
                        new LifecycleEndpoint(users).routes(),
                        new UserListEndpoint(state.directory(), state.schema(), searchIndex).routes(),
                        new SchemasEndpoint(state.schema()).routes(),
                        new AppsEndpoint(state, appGroups).routes(),
                        new AppUsersEndpoint(state, users, appProfiles).routes(),
                        new GroupsEndpoint(state).routes(),
                        new LogsEndpoint(users.log()).routes(),
                        tokens.routes(),
                        new ControlEndpoint(faults, users.restrictions(), searchIndex).routes(),
                        new PagesEndpoint(users).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The API of this org. */
    public static OktaApiBuilder of(OktaOrg org) {
        return new OktaApiBuilder(org);
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

    /** Who gets access tokens. */
    public TokenEndpoint tokens() {
        return tokens;
    }

    /** How many requests are allowed. */
    public RateLimits limits() {
        return limits;
    }

    /** To which groups the app is assigned. */
    public AppGroups appGroups() {
        return appGroups;
    }

    /** What was written to app users. */
    public AppProfiles appProfiles() {
        return appProfiles;
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

    /** What searches see. */
    public SearchIndex searchIndex() {
        return searchIndex;
    }

    /** What goes to the app after a change. */
    public ProfilePush profilePush() {
        return profilePush;
    }

    /** Cuts all connections and gives the port back; what waits to be pushed is not pushed. */
    @Override
    public void close() {
        profilePush.close();
        endpoint.close();
    }
}
