package io.roster.syncback.drift;

import io.roster.drift.OktaSide;
import io.roster.drift.Repair.Note;
import io.roster.drift.RepairStep;
import io.roster.imports.FetchedGroup;
import io.roster.imports.FetchedUser;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.syncback.okta.AppGroup;
import io.roster.syncback.okta.AppUser;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.okta.OktaDirectory;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.OktaPage;
import io.roster.syncback.okta.OktaUser;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks Okta for the console. An administrator waits for each call some seconds at most. */
@ApplicationScoped
public class LiveOktaSide implements OktaSide {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Set<String> READ = Set.of("okta.users.read", "okta.apps.read", "okta.groups.read");
    private static final int NOT_FOUND = 404;

    /** Members of a group come 200 a page: of a group with more than these, nobody waits for the last one. */
    private static final int MOST_PAGES = 60;

    @EJB
    private OktaConnections connections;

    @Inject
    private OktaClients clients;

    @Override
    public SeenUser user(String appId, String oktaId) {
        return asked(
                () -> {
                    try (OktaClient client = clients.openAfresh(connections.current(), READ, PATIENCE);
                            OktaDirectory directory =
                                    clients.openDirectoryAfresh(connections.current(), READ, PATIENCE)) {
                        OktaUser user = client.user(oktaId).value();
                        return seen(user, directory, appId);
                    }
                },
                (problem, detail) -> new SeenUser(null, "", false, problem, detail));
    }

    private static SeenUser seen(OktaUser user, OktaDirectory directory, String appId) {
        try {
            AppUser app = directory.appUser(appId, user.id()).value();
            FetchedUser fetched = new FetchedUser(
                    user.id(),
                    user.status(),
                    app.status(),
                    app.externalId(),
                    app.userName(),
                    user.profile(),
                    app.profile());
            return new SeenUser(fetched, user.etag(), app.direct(), null, null);
        } catch (OktaException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            FetchedUser nowhere = new FetchedUser(
                    user.id(), user.status(), "UNASSIGNED", null, null, user.profile(), JsonValue.EMPTY_JSON_OBJECT);
            return new SeenUser(nowhere, user.etag(), false, null, null);
        }
    }

    @Override
    public SeenGroup group(String groupId) {
        return asked(
                () -> {
                    try (OktaDirectory directory = clients.openDirectoryAfresh(connections.current(), READ, PATIENCE)) {
                        AppGroup.Group group = directory.group(groupId).value();
                        FetchedGroup fetched = new FetchedGroup(group.id(), group.name(), group.description());
                        return members(directory, groupId)
                                .map(members -> new SeenGroup(fetched, group.own(), members, null, null))
                                .orElseGet(() -> new SeenGroup(null, false, Set.of(), Note.GROUP_SIZE, null));
                    }
                },
                (problem, detail) -> new SeenGroup(null, false, Set.of(), problem, detail));
    }

    private static Optional<Set<String>> members(OktaDirectory directory, String groupId) {
        Set<String> members = new LinkedHashSet<>();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            OktaPage<String> found = directory.members(groupId, next).value();
            members.addAll(found.items());
            next = found.next();
            if (next == null) {
                return Optional.of(members);
            }
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask();
    }

    @FunctionalInterface
    private interface Failure<T> {
        T of(Note problem, String detail);
    }

    private static <T> T asked(Question<T> question, Failure<T> failure) {
        try {
            return question.ask();
        } catch (OktaRefused e) {
            return failure.of(Note.NOT_CONFIGURED, null);
        } catch (OktaException e) {
            Note refused = e.status() == NOT_FOUND ? Note.GONE : Note.OKTA_REFUSED;
            return failure.of(e.isAnswered() ? refused : Note.UNANSWERED, e.getMessage());
        }
    }

    @Override
    public Written write(String appId, String oktaId, String etag, List<RepairStep> steps) {
        if (steps.isEmpty()) {
            return new Written(0, null);
        }
        try (OktaClient client = clients.openAfresh(connections.current(), OktaChange.scopes(steps), PATIENCE)) {
            return new OktaChange(client, appId, oktaId).make(etag, steps);
        } catch (OktaRefused e) {
            return new Written(0, e.getMessage());
        }
    }
}
