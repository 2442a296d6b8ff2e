package io.roster.okta.simulator.api;

import java.util.ArrayList;
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
        byUser.merge(write.userId(), List.of(write), Writes::joined);
        listeners.forEach(listener -> listener.accept(write));
    }

    private static List<Write> joined(List<Write> before, List<Write> more) {
        List<Write> all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** Calls {@code listener} with every write from now on. */
    public void listen(Consumer<Write> listener) {
        listeners.add(listener);
    }

    /** The writes to one user, in their order. */
    public List<Write> of(String userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    /** The writes to all users who were written to, by Okta's id. */
    public Map<String, List<Write>> all() {
        return Map.copyOf(byUser);
    }

    /** How many there were. */
    public int count() {
        return byUser.values().stream().mapToInt(List::size).sum();
    }

    /** Forgets them. */
    public void clear() {
        byUser.clear();
    }
}
