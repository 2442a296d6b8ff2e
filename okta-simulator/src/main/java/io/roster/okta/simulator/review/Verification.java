package io.roster.okta.simulator.review;

import io.roster.okta.simulator.expectation.Echo;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.OrgItem;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.org.Tracked;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what was imported with what the app has acknowledged. Where a change was sent and not answered, each
 * attribute may have its value from before or after it.
 */
public final class Verification {
    private final OrgState state;
    private final List<String> missing = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();

    private Verification(OrgState state) {
        this.state = state;
    }

    /** Compares; {@code users} and {@code groups} are whole imports, by id. */
    public static Comparison of(OrgState state, Map<String, JsonObject> users, Map<String, JsonObject> groups) {
        Verification verification = new Verification(state);
        verification.people(users);
        verification.groups(groups);
        verification.different.addAll(Memberships.stale(users, groups));
        return new Comparison(
                List.copyOf(verification.missing),
                List.copyOf(verification.different),
                List.copyOf(verification.extra),
                users.size(),
                groups.size());
    }

    private void people(Map<String, JsonObject> users) {
        Expected expected = new Expected(state);
        Set<String> unknown = new HashSet<>(users.keySet());
        state.people().all().forEach(person -> {
            Optional<String> id = person.scimId()
                    .or(() ->
                            inFlight(person, users, "userName", person.wanted().userName()));
            id.ifPresent(unknown::remove);
            id.ifPresent(known -> check(
                    "person " + person.wanted().userName() + " (" + known + ")",
                    users.get(known),
                    states(person).map(expected::user).toList()));
        });
        unknown.forEach(id -> extra.add("person " + users.get(id).getString("userName") + " (" + id + ")"));
    }

    private void groups(Map<String, JsonObject> groups) {
        Expected expected = new Expected(state);
        Set<String> unknown = new HashSet<>(groups.keySet());
        state.groups().all().forEach(group -> {
            Optional<String> id = group.scimId()
                    .or(() -> inFlight(
                            group, groups, "displayName", group.wanted().nameInApp()));
            if (id.isPresent() && mayExist(group) && (groups.containsKey(id.get()) || !mayBeGone(group))) {
                unknown.remove(id.get());
                check(
                        "group " + group.wanted().nameInApp() + " (" + id.get() + ")",
                        groups.get(id.get()),
                        groupStates(group).map(expected::group).toList());
            }
        });
        unknown.forEach(id -> extra.add("group " + groups.get(id).getString("displayName") + " (" + id + ")"));
    }

    /** A create that was not answered may have arrived: it is recognised by its name. */
    private static Optional<String> inFlight(
            Tracked<?> item, Map<String, JsonObject> resources, String attribute, String name) {
        return resources.values().stream()
                .filter(resource ->
                        item.uncertain() && resource.getString(attribute).equals(name))
                .map(resource -> resource.getString("id"))
                .findFirst();
    }

    private static boolean mayExist(Tracked<PushedGroup> group) {
        return group.uncertain()
                || group.acknowledged().stream().noneMatch(known -> known.mapping() == Mapping.DELETED);
    }

    private static boolean mayBeGone(Tracked<PushedGroup> group) {
        return group.uncertain() && group.wanted().mapping() == Mapping.DELETED;
    }

    /** What the app may have: what it acknowledged and, where that is uncertain, what was wanted. */
    private static <T extends OrgItem> Stream<T> states(Tracked<T> item) {
        return Stream.concat(
                item.acknowledged().stream(),
                item.uncertain() || item.acknowledged().isEmpty() ? Stream.of(item.wanted()) : Stream.empty());
    }

    /** Between the creation of a group and its first members it is empty. */
    private Stream<PushedGroup> groupStates(Tracked<PushedGroup> group) {
        PushedGroup wanted = state.pushable(group.wanted());
        return group.uncertain()
                ? Stream.concat(group.acknowledged().stream(), Stream.of(wanted, wanted.with(Set.of())))
                : states(group);
    }

    private void check(String name, JsonObject got, List<JsonObject> candidates) {
        if (got == null) {
            missing.add(name);
            return;
        }
        List<String> first = Echo.differences(candidates.get(0), got);
        candidates.stream().skip(1).forEach(other -> {
            List<String> differences = Echo.differences(other, got);
            Set<String> wrong = attributes(differences);
            first.removeIf(line -> !wrong.contains(attribute(line)));
        });
        first.forEach(line -> different.add(name + " " + line));
    }

    private static Set<String> attributes(List<String> differences) {
        Set<String> names = new HashSet<>();
        differences.forEach(line -> names.add(attribute(line)));
        return names;
    }

    private static String attribute(String line) {
        return line.substring(0, line.indexOf(": "));
    }
}
