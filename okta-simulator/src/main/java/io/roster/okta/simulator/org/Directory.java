package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The users of Okta: every person of the org, with what only Okta knows of them. A person who changes in the org changes
 * here, and the other way round. Reads take no lock; changes are made one after the other. Thread-safe.
 */
public final class Directory {
    private final Register<Person> people;
    private final Map<String, OktaUser> users = new ConcurrentHashMap<>();
    private final Map<String, String> idsByLogin = new ConcurrentHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Consumer<Account>> listeners = new CopyOnWriteArrayList<>();
    private Journal journal = Journal.none();
    private Clock clock = Clock.systemUTC();
    private boolean writing;

    Directory(Register<Person> people) {
        this.people = people;
        people.onWanted(this::wanted);
    }

    synchronized void writeTo(Journal other) {
        journal = other;
    }

    /** What time it is in the org; the system's time when not set. */
    public synchronized void clock(Clock value) {
        clock = value;
    }

    /** Calls {@code listener} with every account that comes or changes, in the order of the changes. */
    public void listen(Consumer<Account> listener) {
        listeners.add(listener);
    }

    /** The user with this id; empty when there is none or it was deleted. */
    public Optional<Account> byId(String id) {
        return Optional.ofNullable(users.get(id))
                .filter(user -> !user.deleted())
                .map(this::account);
    }

    /** The user with this login, in any letters. */
    public Optional<Account> byLogin(String login) {
        return Optional.ofNullable(idsByLogin.get(key(login))).flatMap(this::byId);
    }

    /** At most {@code count} ids of users, deleted ones included, in the order in which they came, from a position on. */
    public synchronized List<String> ids(int from, int count) {
        int start = Math.min(from, order.size());
        return List.copyOf(order.subList(start, Math.min(order.size(), start + count)));
    }

    /**
     * Changes a user in one step; where {@code change} returns what it was given, nothing happens.
     *
     * @throws NoSuchElementException when there is none with this id
     * @throws IllegalStateException when another user has the login
     */
    public synchronized Account change(String id, UnaryOperator<Account> change) {
        Account before = byId(id).orElseThrow(() -> new NoSuchElementException("No user " + id));
        Account after = change.apply(before);
        if (after.equals(before)) {
            return before;
        }
        return write(before, after);
    }

    /**
     * Adds a user.
     *
     * @throws IllegalStateException when another user has the login
     */
    public synchronized Account add(OktaUser user, Person person) {
        return write(null, new Account(user, person));
    }

    private Account write(Account before, Account after) {
        String owner = idsByLogin.get(key(after.person().userName()));
        if (owner != null && !owner.equals(after.id())) {
            throw new IllegalStateException(
                    "Another user has the login " + after.person().userName());
        }
        writing = true;
        try {
            if (before == null || !before.person().equals(after.person())) {
                people.want(after.person());
            }
        } finally {
            writing = false;
        }
        return store(before, before == null ? after : after.with(after.user().touched(clock.millis())));
    }

    private Account store(Account before, Account after) {
        journal.append(Json.object()
                .add("of", "user")
                .add("state", after.user().toJson())
                .build());
        put(after.user());
        if (before != null) {
            idsByLogin.remove(key(before.person().userName()), after.id());
        }
        if (!after.user().deleted()) {
            idsByLogin.put(key(after.person().userName()), after.id());
        }
        listeners.forEach(listener -> listener.accept(after));
        return after;
    }

    private void put(OktaUser user) {
        if (users.put(user.id(), user) == null) {
            order.add(user.id());
        }
    }

    /** Somebody came or changed on the side of provisioning. */
    private synchronized void wanted(Person before, Person after) {
        if (writing) {
            return;
        }
        OktaUser known = users.get(after.oktaId());
        if (known == null) {
            store(null, new Account(hired(after), after));
        } else if (!after.equals(before)) {
            Account old = new Account(known, before);
            store(old, new Account(followed(known, after).touched(clock.millis()), after));
        }
    }

    private OktaUser hired(Person person) {
        UserStatus status =
                person.assignment() == Assignment.DEACTIVATED ? UserStatus.DEPROVISIONED : UserStatus.ACTIVE;
        return OktaUser.created(
                person.oktaId(), status, status == UserStatus.ACTIVE, JsonObject.EMPTY_JSON_OBJECT, clock.millis());
    }

    /** Deactivated in the org means deactivated in Okta, and back. */
    private OktaUser followed(OktaUser user, Person person) {
        boolean gone = user.status() == UserStatus.DEPROVISIONED;
        if (person.assignment() == Assignment.DEACTIVATED) {
            return gone ? user : user.with(UserStatus.DEPROVISIONED, clock.millis());
        }
        return gone && person.active() ? user.with(UserStatus.ACTIVE, clock.millis()) : user;
    }

    private Account account(OktaUser user) {
        return new Account(user, people.get(user.id()).wanted());
    }

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    synchronized JsonArray toJson() {
        JsonArrayBuilder array = Json.array();
        order.forEach(id -> array.add(users.get(id).toJson()));
        return array.build();
    }

    synchronized void load(JsonArray array) {
        array.getValuesAs(JsonObject.class).forEach(json -> put(OktaUser.of(json)));
    }

    /** Does what a line of the journal says; lines about something else are passed over. */
    synchronized void apply(JsonObject line) {
        if (line.getString("of").equals("user")) {
            put(OktaUser.of(line.getJsonObject("state")));
        }
    }

    /** After loading: gives everybody a user, who has none yet, and everybody's login its place. */
    synchronized void complete() {
        for (Tracked<Person> tracked : people.all()) {
            Person person = tracked.wanted();
            if (!users.containsKey(person.oktaId())) {
                put(hired(person));
            }
            if (!users.get(person.oktaId()).deleted()) {
                idsByLogin.put(key(person.userName()), person.oktaId());
            }
        }
    }
}
