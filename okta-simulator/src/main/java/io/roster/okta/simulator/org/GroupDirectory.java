package io.roster.okta.simulator.org;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The groups of Okta, which are the org's, with the times of their changes since this process began. Thread-safe. */
public final class GroupDirectory {
    private final Register<PushedGroup> groups;
    private final Map<String, Times> times = new ConcurrentHashMap<>();
    private volatile Clock clock = Clock.systemUTC();

    GroupDirectory(Register<PushedGroup> groups) {
        this.groups = groups;
        groups.onWanted(this::wanted);
    }

    /** What time it is in the org; the system's time when not set. */
    public void clock(Clock value) {
        clock = value;
    }

    /** All groups, in the order in which they came. */
    public List<PushedGroup> all() {
        return groups.all().stream().map(Tracked::wanted).toList();
    }

    /** The group with this id. */
    public Optional<PushedGroup> byId(String id) {
        return groups.has(id) ? Optional.of(groups.get(id).wanted()) : Optional.empty();
    }

    /** When it changed. */
    public Times times(String id) {
        return times.computeIfAbsent(id, unused -> new Times(clock.millis(), clock.millis(), clock.millis()));
    }

    private void wanted(PushedGroup before, PushedGroup after) {
        long now = clock.millis();
        if (before == null) {
            times.put(after.oktaId(), new Times(now, now, now));
            return;
        }
        Times known = times(after.oktaId());
        times.put(
                after.oktaId(),
                new Times(
                        known.created(),
                        before.name().equals(after.name()) ? known.lastUpdated() : now,
                        before.members().equals(after.members()) ? known.lastMembershipUpdated() : now));
    }

    /**
     * When a group changed, in milliseconds since 1970.
     *
     * @param created when it came, or when this process began
     * @param lastUpdated when its name last changed
     * @param lastMembershipUpdated when its members last changed
     */
    public record Times(long created, long lastUpdated, long lastMembershipUpdated) {}
}
