package io.roster.okta.simulator;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes to many groups at once. Each method plans the change, pushes it, and returns the groups that it was about. */
public final class Regrouping {
    private final OktaOrg org;

    Regrouping(OktaOrg org) {
        this.org = org;
    }

    /** Renames a share (0 to 1) of the pushed groups. */
    public List<PushedGroup> rename(double share) {
        return push(sample(share), group -> group.named(group.name() + " (EMEA)"));
    }

    /** Removes a quarter of the members of a share of the pushed groups, and adds as many others and one more. */
    public List<PushedGroup> delta(double share) {
        List<Person> people = org.people(Assignment.ASSIGNED);
        return push(sample(share), group -> group.with(regrouped(group, people)));
    }

    /** Overwrites a share of the pushed groups by "push now". */
    public List<PushedGroup> pushNow(double share) {
        List<PushedGroup> groups = sample(share);
        groups.forEach(org::pushNow);
        return groups;
    }

    /** Empties a share of the pushed groups by "push now". */
    public List<PushedGroup> empty(double share) {
        List<PushedGroup> groups =
                sample(share).stream().map(group -> group.with(Set.of())).toList();
        groups.forEach(org::want);
        groups.forEach(org::pushNow);
        return groups;
    }

    /** Unlinks a share of the pushed groups and deletes them in the app. */
    public List<PushedGroup> delete(double share) {
        return push(sample(share), group -> group.with(Mapping.DELETED));
    }

    /** Unlinks a share of the pushed groups and leaves them in the app. */
    public List<PushedGroup> leave(double share) {
        return push(sample(share), group -> group.with(Mapping.LEFT));
    }

    /** Links all groups that were left to what the app still has under their name. */
    public List<PushedGroup> link() {
        List<PushedGroup> groups = org.groups(Mapping.LEFT);
        groups.forEach(org::link);
        return groups;
    }

    private List<PushedGroup> sample(double share) {
        return Sample.of(org.groups(Mapping.PUSHED), share);
    }

    private List<PushedGroup> push(List<PushedGroup> chosen, UnaryOperator<PushedGroup> change) {
        List<PushedGroup> groups = chosen.stream().map(change).toList();
        groups.forEach(org::want);
        org.push();
        return groups;
    }

    private static Set<String> regrouped(PushedGroup group, List<Person> people) {
        Set<String> members = new LinkedHashSet<>(group.members());
        List<String> leaving =
                group.members().stream().limit((group.members().size() + 3) / 4).toList();
        leaving.forEach(members::remove);
        people.stream()
                .map(Person::oktaId)
                .filter(id -> !group.members().contains(id))
                .limit(leaving.size() + 1L)
                .forEach(members::add);
        return members;
    }
}
