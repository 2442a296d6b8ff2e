package io.roster.syncback.okta;

import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Makes clients of Okta orgs that are known only when the application runs. */
@ApplicationScoped
public class OktaClients {

    /** What reading and writing users takes. */
    public static final Set<String> SYNC_SCOPES = Set.of("okta.users.read", "okta.users.manage");

    /** What reading who is assigned takes. */
    public static final Set<String> IMPORT_SCOPES =
            Set.of("okta.users.read", "okta.apps.read", "okta.groups.read", "okta.logs.read");

    /** How long connecting may take. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** How long to wait for an answer. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Enough to see whether a list can be read. */
    private static final int FEW = 5;

    private static final Duration TOKEN_ANSWER = Duration.ofSeconds(10);

    /** Access tokens last longer than a client: those of one app, which are of one key until the next one is used. */
    private final Map<List<Object>, AccessTokens> kept = new ConcurrentHashMap<>();

    /**
     * A client for reading and writing users. Clients of one connection share an access token.
     *
     * @param connection the org
     * @return a client that waits 30 seconds for an answer; to be closed
     */
    public OktaClient open(OktaConnection connection) {
        return open(connection, ANSWER);
    }

    /**
     * As {@link #open(OktaConnection)}, for who waits less.
     *
     * @param connection the org
     * @param answer how long to wait for an answer
     * @return a client; to be closed
     */
    public OktaClient open(OktaConnection connection, Duration answer) {
        return client(connection, shared(connection, SYNC_SCOPES), answer);
    }

    /**
     * Reads who is assigned. A service app signs in for {@link #IMPORT_SCOPES}.
     *
     * @param connection the org
     * @return waits 30 seconds for an answer; to be closed
     */
    public OktaDirectory openDirectory(OktaConnection connection) {
        return directory(connection, shared(connection, IMPORT_SCOPES), ANSWER, OktaDirectory.MOST);
    }

    /**
     * As {@link #openAfresh}, for reading who is assigned, in pages of {@value #FEW}.
     *
     * @param connection the org
     * @param scopes what a service app asks for with its access token; of no matter for an API token
     * @param answer how long to wait for an answer
     * @return to be closed
     */
    public OktaDirectory openDirectoryAfresh(OktaConnection connection, Set<String> scopes, Duration answer) {
        return directory(connection, own(connection, scopes), answer, FEW);
    }

    private static OktaDirectory directory(
            OktaConnection connection, AccessTokens tokens, Duration answer, int pageSize) {
        OktaDirectoryApi api = builder(connection.url(), answer)
                .register(new NextLink(), NextLink.PRIORITY)
                .register(new Authentication(connection.url(), connection.credentials(), tokens))
                .build(OktaDirectoryApi.class);
        return new OktaDirectory(api, connection.url(), tokens != null, pageSize);
    }

    private AccessTokens shared(OktaConnection connection, Set<String> scopes) {
        if (connection.credentials() instanceof ServiceApp app) {
            return kept.compute(
                    List.of(connection.url(), app.clientId(), scopes),
                    (unused, known) -> known != null && known.isOf(app) ? known : tokens(connection, app, scopes));
        }
        return null;
    }

    /**
     * A client that shares nothing with others, to see whether signing in works.
     *
     * @param connection the org
     * @param scopes what a service app asks for with its access token; of no matter for an API token
     * @param answer how long to wait for an answer
     * @return a client; to be closed
     */
    public OktaClient openAfresh(OktaConnection connection, Set<String> scopes, Duration answer) {
        return client(connection, own(connection, scopes), answer);
    }

    private static AccessTokens own(OktaConnection connection, Set<String> scopes) {
        return connection.credentials() instanceof ServiceApp app ? tokens(connection, app, scopes) : null;
    }

    /** A client that sends no credentials at all. */
    OktaClient openStranger(URI url, Duration answer) {
        return new OktaClient(builder(url, answer).build(OktaApi.class), false);
    }

    static AccessTokens tokens(OktaConnection connection, ServiceApp app, Set<String> scopes) {
        return new AccessTokens(connection, app, scopes, () -> builder(connection.url(), TOKEN_ANSWER)
                .build(OktaTokenApi.class));
    }

    private static OktaClient client(OktaConnection connection, AccessTokens tokens, Duration answer) {
        OktaApi api = builder(connection.url(), answer)
                .register(new Authentication(connection.url(), connection.credentials(), tokens))
                .build(OktaApi.class);
        return new OktaClient(api, tokens != null);
    }

    private static RestClientBuilder builder(URI url, Duration answer) {
        return SingleAttempts.of(RestClientBuilder.newBuilder())
                .baseUri(url)
                .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(answer.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .register(UserAgent.class)
                // a mapper would get a response without its body: Answers throws what is no success
                .property("microprofile.rest.client.disable.default.mapper", true);
    }
}
