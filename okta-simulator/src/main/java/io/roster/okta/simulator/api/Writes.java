package io.roster.okta.simulator.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Every change of a user that took effect through the API, also where its answer was lost on the way. What shows that
 * something was written once, and only once. Thread-safe.
 */
public final class Writes {
    private final Map<String, List<Write>> byUser = new ConcurrentHashMap<>();
    private final List<Consumer<Write>> listeners = new CopyOnWriteArrayList<>();

    void add(Write write) {
        List<Write> writes = byUser.computeIfAbsent(write.userId(), unused -> new ArrayList<>());
        synchronized (writes) {
            writes.add(write);
        }
        listeners.forEach(listener -> listener.accept(write));
    }

    /** Calls {@code listener} with every write from now on. */
    public void listen(Consumer<Write> listener) {
        listeners.add(listener);
    }

    /** The writes to one user, in their order. */
    public List<Write> of(String userId) {
        List<Write> writes = byUser.getOrDefault(userId, List.of());
        synchronized (writes) {
            return List.copyOf(writes);
        }
    }

    /** The writes to all users who were written to, by Okta's id. */
    public Map<String, List<Write>> all() {
        Map<String, List<Write>> all = new HashMap<>();
        byUser.keySet().forEach(id -> all.put(id, of(id)));
        return all;
    }

    /** How many there were. */
    public int count() {
        return all().values().stream().mapToInt(List::size).sum();
    }

    /** Forgets them. */
    public void clear() {
        byUser.clear();
    }
}
