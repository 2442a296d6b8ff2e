package io.roster.okta.simulator.push;

import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.org.Register;
import io.roster.okta.simulator.org.Tracked;
import io.roster.okta.simulator.scim.ResourceKind;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings one pushed group after the other to where the org has it. */
public final class GroupPush {
    private final OrgState state;
    private final Register<PushedGroup> groups;
    private final Wire wire;
    private final Dialect dialect;

    /** A push of the groups in {@code state}. */
    public GroupPush(OrgState state, Wire wire, Dialect dialect) {
        this.state = state;
        this.groups = state.groups();
        this.wire = wire;
        this.dialect = dialect;
    }

    /** Sends whatever is needed so that the app has the group as the org does; nothing if it already has. */
    public void bring(String oktaId) {
        Tracked<PushedGroup> tracked = groups.get(oktaId);
        if (!state.pendingGroup(tracked)) {
            return;
        }
        switch (tracked.wanted().mapping()) {
            case PUSHED -> push(tracked);
            case DELETED -> delete(tracked);
            case LEFT, INACTIVE -> keep(tracked);
            case NONE -> throw new IllegalStateException("A group that is pushed can only be left or deleted");
        }
    }

    /** Overwrites name and members of a group that is already pushed, whatever the app has. */
    public void pushNow(String oktaId) {
        Tracked<PushedGroup> tracked = groups.get(oktaId);
        PushedGroup group = state.pushable(tracked.wanted());
        String id = tracked.scimId().orElseThrow();
        groups.sending(oktaId);
        overwrite(group, id);
    }

    /** Links to the group that already has this name in the app, and overwrites its members; creates it if none has. */
    public void link(String oktaId) {
        Tracked<PushedGroup> tracked = groups.get(oktaId);
        PushedGroup group = state.pushable(tracked.wanted());
        groups.sending(oktaId);
        Optional<String> found = find(tracked);
        String id = found.orElseGet(() -> createEmpty(group));
        groups.sending(oktaId);
        overwrite(group, id);
    }

    /** Links to the group that has this id in the app, overwrites its members and, unless it keeps its name, that. */
    public void link(String oktaId, String id) {
        groups.sending(oktaId);
        overwrite(state.pushable(groups.get(oktaId).wanted()), id);
    }

    private void overwrite(PushedGroup group, String id) {
        dialect.pushNow(wire, id, content(group));
        groups.acknowledge(group, id);
    }

    private void push(Tracked<PushedGroup> tracked) {
        String oktaId = tracked.wanted().oktaId();
        if (paused(tracked)) {
            // What changed meanwhile was not sent, so the whole membership is.
            pushNow(oktaId);
            return;
        }
        Optional<PushedGroup> known = tracked.acknowledged().filter(before -> before.mapping() == Mapping.PUSHED);
        if (known.isPresent() && !tracked.uncertain()) {
            change(tracked, known.get());
        } else if (known.isPresent()) {
            // Whether the last delta arrived is unknown, so the whole membership is sent.
            pushNow(oktaId);
        } else if (tracked.uncertain() || tracked.acknowledged().isPresent()) {
            link(oktaId);
        } else {
            create(state.pushable(tracked.wanted()));
        }
    }

    private void create(PushedGroup group) {
        groups.sending(group.oktaId());
        String id = createEmpty(group);
        if (!group.members().isEmpty()) {
            groups.sending(group.oktaId());
            GroupContent content = content(group);
            dialect.change(wire, id, content, List.of(), content.members());
            groups.acknowledge(group, id);
        }
    }

    /** Okta creates every group without members; what it answers counts, whatever becomes of the members. */
    private String createEmpty(PushedGroup group) {
        JsonObject body = new GroupContent(group.nameInApp(), true, Map.of()).body();
        String id = wire.create(ResourceKind.GROUP, body);
        groups.acknowledge(group.with(Set.of()), id);
        return id;
    }

    private void change(Tracked<PushedGroup> tracked, PushedGroup before) {
        PushedGroup after = state.pushable(tracked.wanted());
        String id = tracked.scimId().orElseThrow();
        GroupContent content = content(after);
        Map<String, String> old = content(before).members();
        groups.sending(after.oktaId());
        if (before.members().equals(after.members())) {
            dialect.rename(wire, id, content);
        } else {
            dialect.change(
                    wire, id, content, without(old, content.members()).keySet(), without(content.members(), old));
        }
        groups.acknowledge(after, id);
    }

    private void delete(Tracked<PushedGroup> tracked) {
        PushedGroup group = tracked.wanted();
        Optional<String> id = tracked.scimId().or(() -> find(tracked));
        groups.sending(group.oktaId());
        if (id.isPresent()) {
            wire.delete(ResourceKind.GROUP, id.get(), tracked.uncertain());
            groups.acknowledge(group, id.get());
        } else {
            groups.absent(group.oktaId());
        }
    }

    /** Nothing is sent: the app keeps what it was last told. */
    private void keep(Tracked<PushedGroup> tracked) {
        PushedGroup kept = tracked.acknowledged()
                .orElse(tracked.wanted())
                .with(tracked.wanted().mapping());
        tracked.scimId().or(() -> find(tracked)).ifPresent(id -> groups.acknowledge(kept, id));
    }

    private static boolean paused(Tracked<PushedGroup> tracked) {
        return tracked.acknowledged()
                .filter(before -> before.mapping() == Mapping.INACTIVE)
                .isPresent();
    }

    /** The app's group of that name; of several, the one that was ours. */
    private Optional<String> find(Tracked<PushedGroup> tracked) {
        String name = tracked.acknowledged().orElse(tracked.wanted()).nameInApp();
        List<String> ids = wire.findGroups(name).stream()
                .map(group -> group.getString("id"))
                .toList();
        return tracked.scimId().filter(ids::contains).or(() -> ids.stream().findFirst());
    }

    private GroupContent content(PushedGroup group) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String oktaId : group.members()) {
            Tracked<Person> person = state.people().get(oktaId);
            members.put(person.scimId().orElseThrow(), person.wanted().userName());
        }
        return new GroupContent(group.nameInApp(), group.kept().isEmpty(), members);
    }

    private static Map<String, String> without(Map<String, String> all, Map<String, String> others) {
        Map<String, String> left = new LinkedHashMap<>(all);
        left.keySet().removeAll(others.keySet());
        return left;
    }
}
