package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * All people, or all groups, of an org by Okta's id, in the order in which they came. Each change goes to the journal
 * first. Thread-safe.
 *
 * @param <T> person or group
 */
public final class Register<T extends OrgItem> {
    private final String name;
    private final Function<JsonObject, T> reader;
    private final Map<String, Tracked<T>> items = new LinkedHashMap<>();
    private Journal journal = Journal.none();
    private BiConsumer<T, T> wanted = (before, after) -> {};
    private BiConsumer<T, T> acknowledged = (before, after) -> {};

    Register(String name, Function<JsonObject, T> reader) {
        this.name = name;
        this.reader = reader;
    }

    synchronized void writeTo(Journal other) {
        journal = other;
    }

    /** Tells {@code listener} how each item was wanted before, {@code null} where it is new, and how it is now. */
    synchronized void onWanted(BiConsumer<T, T> listener) {
        wanted = listener;
    }

    /** Tells {@code listener} how the app had each item before, {@code null} where it had none, and how it has it now. */
    public synchronized void onAcknowledged(BiConsumer<T, T> listener) {
        acknowledged = listener;
    }

    /** All items, as they are at this moment. */
    public synchronized List<Tracked<T>> all() {
        return List.copyOf(items.values());
    }

    /** Whether there is an item with this id. */
    public synchronized boolean has(String oktaId) {
        return items.containsKey(oktaId);
    }

    /** One item; {@link NoSuchElementException} if the org has none with this id. */
    public synchronized Tracked<T> get(String oktaId) {
        Tracked<T> found = items.get(oktaId);
        if (found == null) {
            throw new NoSuchElementException("The org has no " + name + " " + oktaId);
        }
        return found;
    }

    /** The org has it like this from now on. */
    public void want(T item) {
        Tracked<T> before = note(line("wanted", item.oktaId()).add("state", item.toJson()));
        wanted.accept(before == null ? null : before.wanted(), item);
    }

    /** A change of it is about to be sent. */
    public void sending(String oktaId) {
        note(line("sending", oktaId));
    }

    /** The app has answered that it has it like this, under this id of its own. */
    public void acknowledge(T item, String scimId) {
        Tracked<T> before =
                note(line("acknowledged", item.oktaId()).add("scimId", scimId).add("state", item.toJson()));
        acknowledged.accept(before.acknowledged().orElse(null), item);
    }

    /** A look-up has shown that the app has none of it. */
    public void absent(String oktaId) {
        note(line("absent", oktaId));
    }

    private JsonObjectBuilder line(String event, String oktaId) {
        return Json.object().add("event", event).add("of", name).add("oktaId", oktaId);
    }

    /** Returns how the item was before, {@code null} where it is new. */
    private synchronized Tracked<T> note(JsonObjectBuilder line) {
        JsonObject event = line.build();
        journal.append(event);
        Tracked<T> before = items.get(event.getString("oktaId"));
        apply(event);
        return before;
    }

    /** Does what a line of the journal says; lines about other registers are passed over. */
    synchronized void apply(JsonObject line) {
        if (!line.getString("of").equals(name)) {
            return;
        }
        String id = line.getString("oktaId");
        Tracked<T> known = items.get(id);
        items.put(
                id,
                switch (line.getString("event")) {
                    case "wanted" -> known == null ? Tracked.planned(state(line)) : known.wanting(state(line));
                    case "sending" -> known.sending();
                    case "acknowledged" -> known.acknowledgedAs(state(line), line.getString("scimId"));
                    case "absent" -> Tracked.planned(known.wanted());
                    default -> throw new IllegalArgumentException("Unknown event in the journal: " + line);
                });
    }

    private T state(JsonObject line) {
        return reader.apply(line.getJsonObject("state"));
    }

    JsonArray toJson() {
        JsonArrayBuilder array = Json.array();
        all().forEach(item -> array.add(item.toJson()));
        return array.build();
    }

    synchronized void load(JsonArray array) {
        for (JsonObject json : array.getValuesAs(JsonObject.class)) {
            Tracked<T> item = Tracked.of(json, reader);
            items.put(item.wanted().oktaId(), item);
        }
    }
}
