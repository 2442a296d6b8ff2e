package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Directory;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.UserStatus;
import io.roster.okta.simulator.profile.ProfileMapping;
import io.roster.okta.simulator.schema.UserSchema;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The users, with all that Okta checks before it changes one.
 *
 * @param directory where they are
 * @param schema which attributes they have
 * @param restrictions what can't be written
 * @param writes remembers what was written
 * @param log the System Log
 * @param clock what time it is
 * @param pushed is told Okta's id whenever something changed that the app should hear of
 */
record Users(
        Directory directory,
        UserSchema schema,
        Restrictions restrictions,
        Writes writes,
        SystemLog log,
        Clock clock,
        Consumer<String> pushed) {

    /** The user with this id or login; E0000007 if there is none. */
    Account find(String idOrLogin) {
        return directory
                .byId(idOrLogin)
                .or(() -> directory.byLogin(idOrLogin))
                .orElseThrow(() -> OktaError.notFound(idOrLogin, "User"));
    }

    /** Changes a status or the like. */
    Account change(ApiRequest request, String idOrLogin, String event, UnaryOperator<Account> change) {
        Account after = atomically(request, find(idOrLogin).id(), change);
        writes.add(new Write(
                request.id(),
                clock.millis(),
                after.id(),
                request.toString(),
                JsonValue.EMPTY_JSON_OBJECT,
                Set.of("status")));
        log.add(event, request, after);
        return after;
    }

    /** Changes attributes of the profile; those not named stay. */
    Account update(ApiRequest request, String idOrLogin, JsonObject sent, boolean replaced) {
        Set<String> changed = new LinkedHashSet<>();
        Account after = atomically(request, find(idOrLogin).id(), before -> {
            requireFresh(request, before);
            requireStatus(before);
            JsonObject changes = replaced ? Replacement.of(schema, before, sent) : sent;
            requireValid(changes);
            requireFreeLogin(before, changes);
            changed.addAll(changed(before, changes));
            restrictions.check(before.id(), replaced ? changed : sent.keySet());
            return ProfileMapping.with(before, changes);
        });
        writes.add(new Write(request.id(), clock.millis(), after.id(), request.toString(), sent, changed));
        if (!changed.isEmpty()) {
            log.add("user.account.update_profile", request, after);
        }
        return after;
    }

    /** Adds a user with this profile, which lacks nothing that is required. */
    Account create(ApiRequest request, Person blank, JsonObject profile, UserStatus status, boolean password) {
        for (String name : schema.required()) {
            if (!profile.containsKey(name)) {
                throw OktaError.invalid(name, name + ": The field cannot be left blank");
            }
        }
        requireValid(profile);
        requireFreeLogin(null, profile);
        Account account = ProfileMapping.with(NewUsers.account(blank, status, password, clock.millis()), profile);
        try {
            Account added = directory.add(account.user(), account.person());
            log.add("user.lifecycle.create", request, added);
            return added;
        } catch (IllegalStateException e) {
            throw duplicateLogin();
        }
    }

    private Account atomically(ApiRequest request, String id, UnaryOperator<Account> change) {
        try {
            Account before = find(id);
            Account after = directory.change(id, change);
            if (!after.person().equals(before.person())) {
                pushed.accept(id);
            }
            return after;
        } catch (NoSuchElementException e) {
            throw OktaError.notFound(id, "User");
        } catch (IllegalStateException e) {
            throw duplicateLogin();
        }
    }

    private static void requireFresh(ApiRequest request, Account account) {
        Optional<String> condition = request.header("If-Match");
        if (condition.isEmpty() || condition.get().equals("*")) {
            return;
        }
        if (!condition.get().matches("(W/)?\"[^\"]*\"")) {
            throw new OktaError(400, "E0000242", "ETag syntax is invalid.");
        }
        if (!opaque(condition.get()).equals(opaque(UserResource.etag(account)))) {
            throw OktaError.stale();
        }
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }

    private static void requireStatus(Account account) {
        if (account.user().status() == UserStatus.DEPROVISIONED) {
            throw OktaError.wrongStatus();
        }
    }

    private void requireValid(JsonObject changes) {
        Map<String, String> wrong = schema.refusals(changes);
        if (!wrong.isEmpty()) {
            throw OktaError.invalid(
                    wrong.keySet().iterator().next(), wrong.values().toArray(String[]::new));
        }
    }

    private void requireFreeLogin(Account before, JsonObject changes) {
        if (changes.containsKey("login")) {
            Optional<Account> owner = directory.byLogin(changes.getString("login"));
            if (owner.isPresent() && (before == null || !owner.get().id().equals(before.id()))) {
                throw duplicateLogin();
            }
        }
    }

    private static OktaError duplicateLogin() {
        return OktaError.invalid(
                "login", "login: An object with this field already exists in the current organization");
    }

    private static Set<String> changed(Account before, JsonObject changes) {
        Set<String> changed = new LinkedHashSet<>();
        changes.forEach((name, value) -> {
            JsonValue known = ProfileMapping.value(before, name).orElse(JsonValue.NULL);
            if (!known.equals(Replacement.blank(value) ? JsonValue.NULL : value)) {
                changed.add(name);
            }
        });
        return changed;
    }
}
