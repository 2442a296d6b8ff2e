package io.roster.okta.simulator.api;

import io.roster.okta.simulator.fault.Faults;
import io.roster.okta.simulator.guard.Access;
import io.roster.okta.simulator.guard.Caller;
import io.roster.okta.simulator.guard.RateLimits;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Settings of an {@link OktaApi}; those not made are Okta's own, without anything going wrong. */
public final class OktaApiBuilder {
    private final OrgState state;
    private final List<Consumer<RateLimits>> limits = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private String token = "00" + UUID.randomUUID().toString().replace("-", "");
    private int atOnce = 75;

    OktaApiBuilder(OrgState state) {
        this.state = state;
    }

    /** The API token that may do everything; a random one when not set. */
    public OktaApiBuilder token(String value) {
        token = value;
        return this;
    }

    /** Allows this many requests a minute in each group of endpoints; Okta's own limits when not set. */
    public OktaApiBuilder limit(int perMinute) {
        limits.add(all -> all.limit(perMinute));
        return this;
    }

    /** Allows this many requests a minute in one group of endpoints. */
    public OktaApiBuilder limit(Bucket bucket, int perMinute) {
        limits.add(all -> all.limit(bucket, perMinute));
        return this;
    }

    /** Allows any number of requests a minute. */
    public OktaApiBuilder unlimited() {
        return limit(RateLimits.UNLIMITED);
    }

    /** Confines each token to this share of every limit; 1 when not set, where Okta's own default is a half. */
    public OktaApiBuilder tokenShare(double share) {
        limits.add(all -> all.tokenShare(share));
        return this;
    }

    /** How many requests may be under way at once, 75 when not set; one more is answered 429. */
    public OktaApiBuilder atOnce(int value) {
        atOnce = value;
        return this;
    }

    /** What time it is for limits, tokens and timestamps; the system's time when not set. */
    public OktaApiBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Gives profiles a custom attribute, a text of at most {@code maxLength} characters. */
    public OktaApiBuilder attribute(String name, String title, int maxLength) {
        JsonObjectBuilder definition =
                Json.object().add("title", title).add("type", "string").add("maxLength", maxLength);
        List<String> wrong =
                state.schema().change(Json.object().add(name, definition).build());
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return this;
    }

    /**
     * Answers on {@code port} from now on, 0 for any free one.
     *
     * @throws IOException when the port is taken
     */
    public OktaApi start(int port) throws IOException {
        state.directory().clock(clock);
        RateLimits allowed = new RateLimits(clock);
        limits.forEach(setting -> setting.accept(allowed));
        Access access = new Access(clock);
        access.apiToken(token, new Caller("Simulated administrator", Set.of(Caller.EVERYTHING)));
        return new OktaApi(state, clock, access, allowed, new Faults(clock), token, atOnce, port);
    }
}
