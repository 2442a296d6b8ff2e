package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest;
import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.ConnectionTest.Subject;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The steps of {@link ConnectionTest}. Each makes a client of its own, so that nothing remembered hides a fault. */
@ApplicationScoped
public class ConnectionSteps {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Set<String> SCHEMA_WRITE = Set.of("okta.schemas.read", "okta.schemas.manage");

    /** No version of a user is this one. */
    private static final String NO_VERSION = "W/\"roster-tests-the-connection\"";

    @Inject
    private OktaClients clients;

    /** For the container. */
    public ConnectionSteps() {}

    ConnectionSteps(OktaClients clients) {
        this.clients = clients;
    }

    /** As {@link ConnectionTest#run}, without a bound. */
    StepOutcome run(Step step, OktaConnection connection, Subject subject) {
        return switch (step) {
            case REACH -> reach(connection);
            case SIGN_IN -> signIn(connection);
            case READ -> with(connection, step, ConnectionTest.SCOPES, ConnectionSteps::read);
            case WRITE -> with(connection, step, ConnectionTest.SCOPES, client -> write(client, subject.attributes()));
            case EXTENSION -> attribute(connection, step, subject.attributes().extension(), subject.login());
            case NUMBER -> attribute(connection, step, subject.attributes().number(), subject.login());
            case IMPORT ->
                subject.appId() == null
                        ? outcome(step, Finding.IMPORT_OFF)
                        : new ImportCheck(clients, connection, subject.appId(), ANSWER).outcome();
        };
    }

    /** As {@link ConnectionTest#create}, without a bound. */
    StepOutcome create(OktaConnection connection, String name, String title, Step step) {
        return with(connection, step, SCHEMA_WRITE, client -> {
            client.addAttribute(name, title, AttributeFit.LENGTH);
            return outcome(step, Finding.ATTRIBUTE_ADDED, name);
        });
    }

    private StepOutcome reach(OktaConnection connection) {
        try (OktaClient stranger = clients.openStranger(connection.url(), ANSWER)) {
            stranger.users(1);
            // Okta tells strangers nothing; this one does.
            return outcome(Step.REACH, Finding.NOT_OKTA, connection.url().toString());
        } catch (OktaException e) {
            boolean okta = e.errorCode().matches("E\\d{7}");
            return okta && e.status() != 429
                    ? outcome(Step.REACH, Finding.REACHED, connection.url().toString())
                    : Findings.of(Step.REACH, e);
        }
    }

    private StepOutcome signIn(OktaConnection connection) {
        if (connection.credentials() instanceof ServiceApp app) {
            return new ScopeCheck(connection, app, ConnectionTest.SCOPES).outcome();
        }
        return with(connection, Step.SIGN_IN, Set.of(), client -> {
            try {
                client.users(1);
            } catch (OktaException e) {
                // who may not do this is known all the same
                if (e.status() != 403) {
                    throw e;
                }
            }
            return outcome(Step.SIGN_IN, Finding.SIGNED_IN);
        });
    }

    private static StepOutcome read(OktaClient client) {
        List<OktaUser> users = client.users(1).value();
        users.forEach(user -> client.user(user.id()));
        return outcome(Step.READ, users.isEmpty() ? Finding.NO_USERS : Finding.READ);
    }

    private static StepOutcome write(OktaClient client, OktaAttributes attributes) {
        List<OktaUser> users = client.users(1).value();
        if (users.isEmpty()) {
            return outcome(Step.WRITE, Finding.NO_USERS);
        }
        OktaUser user = client.user(users.get(0).id()).value();
        try {
            client.update(user.id(), NO_VERSION, asItIs(user, attributes));
        } catch (OktaException e) {
            if (e.status() != 412) {
                throw e;
            }
        }
        return outcome(Step.WRITE, Finding.WRITABLE);
    }

    private static JsonObject asItIs(OktaUser user, OktaAttributes attributes) {
        String name = attributes.number() == null ? "primaryPhone" : attributes.number();
        JsonValue value = user.profile().getOrDefault(name, JsonValue.NULL);
        return OktaJson.BUILDERS.createObjectBuilder().add(name, value).build();
    }

    private StepOutcome attribute(OktaConnection connection, Step step, String name, String login) {
        if (name == null) {
            return outcome(step, Finding.ATTRIBUTE_OFF);
        }
        return with(connection, step, ConnectionTest.SCOPES, client -> {
            StepOutcome fit = fit(client, step, name);
            boolean tried = fit.isPassed() && login != null && !login.isBlank();
            return tried ? new AttributeTrial(client, name, login.strip()).after(fit) : fit;
        });
    }

    private static StepOutcome fit(OktaClient client, Step step, String name) {
        try {
            return AttributeFit.outcome(step, name, client.userSchema().value());
        } catch (OktaException e) {
            if (e.status() == 403) {
                return outcome(step, Finding.SCHEMA_HIDDEN, name);
            }
            throw e;
        }
    }

    private StepOutcome with(
            OktaConnection connection, Step step, Set<String> scopes, Function<OktaClient, StepOutcome> work) {
        try (OktaClient client = clients.openAfresh(connection, scopes, ANSWER)) {
            return work.apply(client);
        } catch (OktaException e) {
            return Findings.of(step, e);
        }
    }

    private static StepOutcome outcome(Step step, Finding finding, String... values) {
        return new StepOutcome(step, finding, List.of(values));
    }
}
