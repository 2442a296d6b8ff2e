package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.LogEvent;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.OktaApiBuilder;
import io.roster.okta.simulator.api.WriteBack;
import io.roster.okta.simulator.fault.FaultRule;
import io.roster.okta.simulator.oauth.Jwks;
import io.roster.okta.simulator.oauth.ServiceApp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pushes people, then is Okta's REST API until it is stopped. */
@Command(
        name = "serve",
        description = "Push people and groups, then serve Okta's REST API and show what is written back.")
final class Serve implements Callable<Integer> {
    private static final Set<String> SCOPES = Set.of(
            "okta.users.read",
            "okta.users.manage",
            "okta.apps.read",
            "okta.groups.read",
            "okta.logs.read",
            "okta.schemas.read",
            "okta.schemas.manage");

    @Mixin
    private Connection connection;

    @Option(names = "--people", defaultValue = "50", description = "How many people (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(names = "--groups", defaultValue = "5", description = "How many groups (default: ${DEFAULT-VALUE}).")
    private int groups;

    @Option(names = "--port", defaultValue = "9090", description = "Port of the REST API (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--api-token",
            defaultValue = "simulated-okta-api-token",
            description = "API token that the REST API accepts (default: ${DEFAULT-VALUE}).")
    private String apiToken;

    @Option(
            names = {"--service-app", "--client-id"},
            defaultValue = "0oa1simulatedServ1c7",
            description = "Client id of the service app (default: ${DEFAULT-VALUE}).")
    private String clientId;

    @Option(
            names = {"--jwks-url", "--jwks"},
            description = "Where the service app's public keys are read (default: no service app).")
    private URI jwks;

    @Option(names = "--dpop", description = "The service app has to prove that its access tokens are its own (DPoP).")
    private boolean dpop;

    @Option(
            names = "--attribute",
            description = "Custom attribute of profiles, a text of up to 20 characters; repeat it for several.")
    private List<String> attributes = List.of();

    @Option(
            names = "--echo",
            defaultValue = "1",
            description =
                    "Seconds until a change is pushed to the app, negative for never (default: ${DEFAULT-VALUE}).")
    private double echo;

    @Option(names = "--limit", description = "Requests a minute in each group of endpoints (default: Okta's limits).")
    private Integer limit;

    @Option(
            names = "--token-share",
            defaultValue = "0.5",
            description = "Share of a limit that one token gets (default: ${DEFAULT-VALUE}).")
    private double tokenShare;

    @Option(
            names = "--fault",
            converter = FaultOption.class,
            description = "What goes wrong: NAME[:PROBABILITY[:PATH]], for instance unavailable:0.1:/api/v1/users/.")
    private List<FaultRule> faults = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread stop = new Thread(() -> {
            stopped.countDown();
            awaitQuietly(closed);
        });
        try (OktaOrg org = connection.open();
                OktaApi api = settings(org).start(port)) {
            faults.forEach(api.faults()::add);
            api.writes().listen(write -> System.out.println(WriteBack.line(org, write)));
            api.log().listen(Serve::tellFailure);
            org.hire(people);
            org.found(groups);
            org.push();
            Runtime.getRuntime().addShutdownHook(stop);
            greet(api);
            stopped.await();
            System.out.println("Stopped.");
        } finally {
            closed.countDown();
        }
        return ExitCodes.FINE;
    }

    private OktaApiBuilder settings(OktaOrg org) {
        OktaApiBuilder settings =
                OktaApi.of(org).token(apiToken).tokenShare(tokenShare).echo(Duration.ofMillis(Math.round(echo * 1000)));
        attributes.forEach(name -> settings.attribute(name, name, 20));
        if (limit != null) {
            settings.limit(limit);
        }
        if (jwks != null) {
            settings.serviceApp(new ServiceApp(clientId, Jwks.at(jwks), SCOPES, dpop));
        }
        return settings;
    }

    private static void tellFailure(LogEvent event) {
        if (!event.success()) {
            System.out.println(event.targetLogin() + ": the push to the app failed. " + event.reason());
        }
    }

    private void greet(OktaApi api) {
        System.out.println("Okta URL:     " + api.base());
        System.out.println("API token:    " + api.token());
        if (jwks != null) {
            System.out.println("Service app:  client id " + clientId + ", keys from " + jwks);
        }
        System.out.println("Profiles:     " + api.base() + "/");
        System.out.println("What is written back appears below. Ctrl-C stops.");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
