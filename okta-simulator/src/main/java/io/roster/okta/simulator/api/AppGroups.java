package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.PushedGroup;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The groups to which the app is assigned, beside the one through which people are. Thread-safe. */
public final class AppGroups {

    private final Set<String> ids = Collections.synchronizedSet(new LinkedHashSet<>());

    AppGroups() {}

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
