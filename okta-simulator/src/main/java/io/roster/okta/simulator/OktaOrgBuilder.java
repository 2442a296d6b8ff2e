package io.roster.okta.simulator;

import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.StateFile;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.Wire;
import io.roster.okta.simulator.scim.Credentials;
import io.roster.okta.simulator.scim.RetryAfter;
import io.roster.okta.simulator.scim.ScimClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Settings of an {@link OktaOrg}; those not made have the values of a small quiet org in memory. */
public final class OktaOrgBuilder {
    private final URI base;
    private Credentials credentials = Credentials.raw("");
    private Dialect dialect = new PatchDialect();
    private Optional<String> contentType = Optional.empty();
    private Optional<Path> state = Optional.empty();
    private RetryAfter retryAfter = RetryAfter.realTime();
    private HttpClient http = ScimClient.http();
    private Consumer<String> progress = line -> {};
    private Clock clock = Clock.systemUTC();
    private long seed = 1;
    private int concurrency = 1;

    OktaOrgBuilder(URI base) {
        this.base = base;
    }

    /** Presents {@code Bearer token}. */
    public OktaOrgBuilder token(String token) {
        return credentials(Credentials.bearer(token));
    }

    /** Presents these credentials. */
    public OktaOrgBuilder credentials(Credentials value) {
        credentials = value;
        return this;
    }

    /** How changes are sent; PATCH when not set. */
    public OktaOrgBuilder dialect(Dialect value) {
        dialect = value;
        return this;
    }

    /** What request bodies are declared as; the dialect's own choice when not set. */
    public OktaOrgBuilder contentType(String value) {
        contentType = Optional.of(value);
        return this;
    }

    /** Keeps the org in this file, so that another process can go on; in memory when not set. */
    public OktaOrgBuilder state(Path file) {
        state = Optional.of(file);
        return this;
    }

    /** How to wait after a 429; real seconds when not set. */
    public OktaOrgBuilder retryAfter(RetryAfter value) {
        retryAfter = value;
        return this;
    }

    /** How to connect, where a test needs a special trust store, say; must speak HTTP/1.1. */
    public OktaOrgBuilder http(HttpClient value) {
        http = value;
        return this;
    }

    /** What time it is in the org; the system's time when not set. */
    public OktaOrgBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Where lines about the progress go; nowhere when not set. */
    public OktaOrgBuilder progress(Consumer<String> value) {
        progress = value;
        return this;
    }

    /** Which invented company it is; 1 when not set. */
    public OktaOrgBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** How many people, or groups, are pushed at once; 1 when not set. */
    public OktaOrgBuilder concurrency(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + value);
        }
        concurrency = value;
        return this;
    }

    /**
     * Opens the org; nothing is sent yet.
     *
     * @throws IOException when the state file can't be read or written
     */
    public OktaOrg open() throws IOException {
        ScimClient client =
                new ScimClient(http, base, credentials, contentType.orElse(dialect.contentType()), retryAfter);
        Optional<StateFile> file = Optional.empty();
        if (state.isPresent()) {
            file = Optional.of(new StateFile(state.get()));
        }
        OrgState org = file.map(StateFile::state).orElseGet(OrgState::new);
        org.clock(clock);
        return new OktaOrg(org, file, new Wire(client), dialect, new Pace(concurrency, progress), seed);
    }
}
