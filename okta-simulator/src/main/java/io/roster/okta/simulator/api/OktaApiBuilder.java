package io.roster.okta.simulator.api;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.guard.RateLimits;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.oauth.Jwks;
import io.roster.okta.simulator.oauth.ServiceApp;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Settings of an {@link OktaApi}; those not made are Okta's own, without anything going wrong and without pushes. */
public final class OktaApiBuilder {
    private final OktaOrg org;
    private final List<Consumer<OktaApi>> settings = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private String token = "00" + UUID.randomUUID().toString().replace("-", "");
    private int atOnce = 75;
    private Duration echo = Duration.ofSeconds(-1);

    OktaApiBuilder(OktaOrg org) {
        this.org = org;
    }

    /** The API token that may do everything; a random one when not set. */
    public OktaApiBuilder token(String value) {
        token = value;
        return this;
    }

    /** Gives access tokens to this service app, for these scopes. */
    public OktaApiBuilder serviceApp(String clientId, Jwks keys, Set<String> scopes) {
        return serviceApp(new ServiceApp(clientId, keys, scopes, false));
    }

    /** Gives access tokens to this service app. */
    public OktaApiBuilder serviceApp(ServiceApp app) {
        settings.add(api -> api.tokens().register(app));
        return this;
    }

    /** Allows this many requests a minute in each group of endpoints; Okta's own limits when not set. */
    public OktaApiBuilder limit(int perMinute) {
        settings.add(api -> api.limits().limit(perMinute));
        return this;
    }

    /** Allows this many requests a minute in one group of endpoints. */
    public OktaApiBuilder limit(Bucket bucket, int perMinute) {
        settings.add(api -> api.limits().limit(bucket, perMinute));
        return this;
    }

    /** Allows any number of requests a minute. */
    public OktaApiBuilder unlimited() {
        return limit(RateLimits.UNLIMITED);
    }

    /** Confines each token to this share of every limit; 1 when not set, where Okta's own default is a half. */
    public OktaApiBuilder tokenShare(double share) {
        settings.add(api -> api.limits().tokenShare(share));
        return this;
    }

    /** How many requests may be under way at once, 75 when not set; one more is answered 429. */
    public OktaApiBuilder atOnce(int value) {
        atOnce = value;
        return this;
    }

    /** Pushes what changed through the API to the app, this long after the change; no push when not set. */
    public OktaApiBuilder echo(Duration delay) {
        echo = delay;
        return this;
    }

    /** How much later than everybody else a search sees changes; no later when not set. */
    public OktaApiBuilder searchDelay(Duration delay) {
        settings.add(api -> api.searchIndex().delay(delay));
        return this;
    }

    /** What time it is for limits, tokens and timestamps; the system's time when not set. */
    public OktaApiBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Gives profiles a custom attribute, a text of at most {@code maxLength} characters. */
    public OktaApiBuilder attribute(String name, String title, int maxLength) {
        JsonObject attribute = Json.object()
                .add(
                        name,
                        Json.object().add("title", title).add("type", "string").add("maxLength", maxLength))
                .build();
        List<String> wrong = org.state().schema().change(attribute);
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
        org.state().clock(clock);
        OktaApi api = new OktaApi(org, clock, token, echo);
        settings.forEach(setting -> setting.accept(api));
        api.listen(port, atOnce);
        return api;
    }
}
