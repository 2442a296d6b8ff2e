package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.PushedGroup;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The groups to which the app is assigned, beside the one through which people are. Thread-safe. */
public final class AppGroups {

    private final Set<String> ids = Collections.synchronizedSet(new LinkedHashSet<>());

    private final Map<String, String> failed = new ConcurrentHashMap<>();

    AppGroups() {}

    /** Has group push tell of an error with this one; an empty sentence for none. */
    public void fail(PushedGroup group, String sentence) {
        failed.put(group.oktaId(), sentence);
    }

    String error(String id) {
        return failed.getOrDefault(id, "");
    }

    /** Assigns the app to these. */
    public void assign(Collection<PushedGroup> groups) {
        groups.forEach(group -> ids.add(group.oktaId()));
    }

    /** Assigns the app to this one no more. */
    public void unassign(PushedGroup group) {
        ids.remove(group.oktaId());
    }

    List<String> ids() {
        synchronized (ids) {
            return List.copyOf(ids);
        }
    }
}
