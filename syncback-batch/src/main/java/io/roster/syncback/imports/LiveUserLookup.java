package io.roster.syncback.imports;

import io.roster.imports.UserLookup;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.syncback.okta.AppUser;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.okta.OktaDirectory;
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

    @EJB
    private OktaConnections connections;

    @Inject
    private OktaClients clients;

    @Override
    public Found find(String appId, String login) {
        try (OktaDirectory okta = clients.openDirectoryAfresh(connections.current(), SCOPES, PATIENCE)) {
            OktaUser user = okta.user(login).value();
            return appId == null ? unassigned(user) : assigned(okta, appId, user);
        } catch (OktaRefused e) {
            return new Found(null, Problem.NOT_CONFIGURED, null);
        } catch (OktaException e) {
            Problem refused = e.status() == NOT_FOUND ? Problem.NOBODY : Problem.REFUSED;
            return new Found(null, e.isAnswered() ? refused : Problem.UNANSWERED, e.getMessage());
        }
    }

    private static Found assigned(OktaDirectory okta, String appId, OktaUser user) {
        try {
            return new Found(UserFetch.fetched(okta.appUser(appId, user.id()).value()), null, null);
        } catch (OktaException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return unassigned(user);
        }
    }

    private static Found unassigned(OktaUser user) {
        AppUser nowhere = new AppUser(user, UserFetch.UNASSIGNED, null, null, JsonObject.EMPTY_JSON_OBJECT, false);
        return new Found(UserFetch.fetched(nowhere), Problem.NOT_ASSIGNED, null);
    }
}
