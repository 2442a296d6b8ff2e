package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.OktaOrgBuilder;
import io.roster.okta.simulator.scim.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every command has: where the app is, how to speak with it, and where the org is kept. */
final class Connection {
    @Option(
            names = "--url",
            defaultValue = "http://localhost:9080/scim/v2",
            description = "Base URL of the SCIM endpoint (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--token",
            defaultValue = "${env:ROSTER_BOOTSTRAP_SCIM_TOKEN}",
            description = "API token (default: the environment variable ROSTER_BOOTSTRAP_SCIM_TOKEN).")
    private String token;

    @Option(
            names = "--auth",
            defaultValue = "bearer",
            description = "How the token is presented: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Mode auth;

    @Option(
            names = "--dialect",
            defaultValue = "patch",
            description = "put as apps made in Okta's app wizard do, patch as catalogue apps do "
                    + "(default: ${DEFAULT-VALUE}).")
    private Speech dialect;

    @Option(names = "--content-type", description = "Content-Type of request bodies (default: the dialect's own).")
    private String contentType;

    @Option(names = "--seed", defaultValue = "1", description = "Which invented company (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--concurrency",
            defaultValue = "4",
            description = "How many people or groups at once (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--state", description = "File that keeps the org between commands (default: memory only).")
    private Path state;

    /** Ways to present the token. */
    enum Mode {
        bearer,
        raw,
        basic
    }

    OktaOrg open() throws IOException {
        if (token == null || token.isBlank()) {
            throw new UsageException("Set --token or ROSTER_BOOTSTRAP_SCIM_TOKEN");
        }
        OktaOrgBuilder builder = OktaOrg.at(url)
                .credentials(credentials())
                .dialect(dialect.dialect())
                .seed(seed)
                .concurrency(concurrency)
                .progress(line -> System.out.println("  " + line));
        if (contentType != null) {
            builder.contentType(contentType);
        }
        if (state != null) {
            builder.state(state);
        }
        return builder.open();
    }

    private Credentials credentials() {
        return switch (auth) {
            case bearer -> Credentials.bearer(token);
            case raw -> Credentials.raw(token);
            case basic -> Credentials.basic("okta", token);
        };
    }
}
