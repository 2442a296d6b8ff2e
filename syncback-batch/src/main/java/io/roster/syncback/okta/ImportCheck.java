package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest.ImportRead;
import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the beginning of all that an import reads. Each read has an access token of its own, for just its scopes: so one
 * that is missing leaves the others to be tried.
 */
record ImportCheck(OktaClients clients, OktaConnection connection, String app, Duration answer) {

    private static final int NOT_FOUND = 404;
    private static final Duration LOOKING_BACK = Duration.ofMinutes(10);

    StepOutcome outcome() {
        Map<ImportRead, StepOutcome> refused = new EnumMap<>(ImportRead.class);
        for (ImportRead read : ImportRead.values()) {
            try (OktaDirectory directory = clients.openDirectoryAfresh(connection, read.scopes(), answer)) {
                read(directory, read);
            } catch (OktaException e) {
                StepOutcome found = Findings.of(Step.IMPORT, e);
                if (read == ImportRead.USERS && e.status() == NOT_FOUND && found.finding() == Finding.REFUSED) {
                    return outcome(Finding.IMPORT_NO_APP, app, found.values().get(0));
                } else if (found.finding() != Finding.SCOPES_MISSING && found.finding() != Finding.FORBIDDEN) {
                    return found;
                }
                refused.put(read, found);
            }
        }
        return refused.isEmpty() ? outcome(Finding.IMPORT_READABLE, app) : missing(refused);
    }

    private void read(OktaDirectory directory, ImportRead read) {
        switch (read) {
            case USERS -> directory.appUsers(app, null);
            case GROUPS -> directory.appGroups(app, null);
            case MEMBERS -> directory.appGroups(app, null).value().items().forEach(group -> members(directory, group));
            case LOG -> {
                Instant now = Instant.now();
                directory.reassignedUsers(app, now.minus(LOOKING_BACK), now, null);
            }
        }
    }

    // An import passes by a group that it does not find.
    private static void members(OktaDirectory directory, AppGroup group) {
        try {
            directory.members(group.id(), null);
        } catch (OktaException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }

    private StepOutcome missing(Map<ImportRead, StepOutcome> refused) {
        Set<ImportRead> readable = EnumSet.complementOf(EnumSet.copyOf(refused.keySet()));
        String said = refused.values().iterator().next().values().get(0);
        boolean unscoped = refused.values().stream().anyMatch(outcome -> outcome.finding() == Finding.SCOPES_MISSING);
        if (unscoped && connection.credentials() instanceof ServiceApp service) {
            Set<String> scopes = new ScopeCheck(connection, service, OktaClients.IMPORT_SCOPES).missing();
            return outcome(
                    Finding.IMPORT_SCOPES, names(readable), names(refused.keySet()), String.join(", ", scopes), said);
        }
        return outcome(Finding.IMPORT_FORBIDDEN, names(readable), names(refused.keySet()), said);
    }

    private static String names(Collection<ImportRead> reads) {
        return reads.stream().map(ImportRead::name).collect(Collectors.joining(" "));
    }

    private static StepOutcome outcome(Finding finding, String... values) {
        return new StepOutcome(Step.IMPORT, finding, List.of(values));
    }
}
