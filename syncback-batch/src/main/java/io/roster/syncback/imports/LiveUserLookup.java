package io.roster.syncback.imports;

import io.roster.imports.FetchedUser;
import io.roster.imports.UserLookup;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.syncback.okta.Assignment;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.OktaUser;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Set;

/** Looks users up for the console. An administrator waits for each of two calls some seconds at most. */
@ApplicationScoped
public class LiveUserLookup implements UserLookup {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Set<String> SCOPES = Set.of("okta.users.read", "okta.apps.read");
    private static final int NOT_FOUND = 404;
    private static final Assignment NONE = new Assignment("UNASSIGNED", null, null, JsonObject.EMPTY_JSON_OBJECT);

    @EJB
    private OktaConnections connections;

    @Inject
    private OktaClients clients;

    @Override
    public Found find(String appId, String login) {
        try (OktaClient client = clients.openAfresh(connections.current(), SCOPES, PATIENCE)) {
            OktaUser user = client.user(login).value();
            return appId == null ? unassigned(user) : assigned(client, appId, user);
        } catch (OktaRefused e) {
            return new Found(null, Problem.NOT_CONFIGURED, null);
        } catch (OktaException e) {
            Problem refused = e.status() == NOT_FOUND ? Problem.NOBODY : Problem.REFUSED;
            return new Found(null, e.isAnswered() ? refused : Problem.UNANSWERED, e.getMessage());
        }
    }

    private static Found assigned(OktaClient client, String appId, OktaUser user) {
        try {
            return new Found(fetched(user, client.assignment(appId, user.id()).value()), null, null);
        } catch (OktaException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return unassigned(user);
        }
    }

    private static Found unassigned(OktaUser user) {
        return new Found(fetched(user, NONE), Problem.NOT_ASSIGNED, null);
    }

    private static FetchedUser fetched(OktaUser user, Assignment assignment) {
        return new FetchedUser(
                user.id(),
                user.status(),
                assignment.status(),
                assignment.scimId(),
                assignment.userName(),
                user.profile(),
                assignment.profile());
    }
}
