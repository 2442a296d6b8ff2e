package io.roster.syncback.imports;

import io.roster.syncback.imports.PatientOkta.Area;
import io.roster.syncback.okta.AppGroup;
import io.roster.syncback.okta.AppUser;
import io.roster.syncback.okta.GroupPush;
import io.roster.syncback.okta.OktaDirectory;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.OktaPage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an import asks Okta about one app. Each method throws {@link ImportFailure} where Okta fails for too long or refuses,
 * and {@link Interrupted} where the run is to end.
 *
 * @param directory how
 * @param calls at which pace
 * @param app Okta's id of the app
 */
record ImportOkta(OktaDirectory directory, PatientOkta calls, String app) {

    private static final int NOT_FOUND = 404;

    OktaPage<AppUser> users(String next) {
        return calls.send(Area.APP_USERS, () -> directory.appUsers(app, next));
    }

    /** {@return the user; empty where the app is not assigned to them} */
    Optional<AppUser> user(String id) {
        return found(() -> calls.send(Area.APP_USER, () -> directory.appUser(app, id)));
    }

    OktaPage<AppGroup> groups(String next) {
        return calls.send(Area.APP_GROUPS, () -> directory.appGroups(app, next));
    }

    /** {@return the group; empty where there is none any more} */
    Optional<AppGroup.Group> group(String id) {
        return found(() -> calls.send(Area.GROUPS, () -> directory.group(id)));
    }

    OktaPage<String> members(String group, String next) {
        return calls.send(Area.MEMBERS, () -> directory.members(group, next));
    }

    OktaPage<String> changedUsers(Instant since, String next) {
        return calls.send(Area.USERS, () -> directory.changedUsers(since, next));
    }

    OktaPage<String> reassignedUsers(Instant since, Instant until, String next) {
        return calls.send(Area.LOGS, () -> directory.reassignedUsers(app, since, until, next));
    }

    OktaPage<GroupPush> pushMappings(String next) {
        return calls.send(Area.MAPPINGS, () -> directory.pushMappings(app, next));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (OktaException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What to say of a refusal that ends the run. */
    String sentence(OktaException refusal) {
        String said = refusal.getMessage() + " Nothing was applied.";
        return switch (refusal.status()) {
            case NOT_FOUND -> "Okta knows no app with the id " + app + ", or not what was asked about it. " + said;
            case 401 -> "Okta did not let Roster in: test the connection in the settings of sync-back. " + said;
            case 403 ->
                "Okta does not let Roster read who is assigned. A service app needs the scopes okta.users.read,"
                        + " okta.apps.read, okta.groups.read and okta.logs.read; an API token needs an administrator who"
                        + " may see users, groups, the app and the System Log. " + said;
            default -> "Okta refused to be read. " + said;
        };
    }
}
